# Idő, amikor senki sem szólt: mennyi, és kire vártunk.

gap-line = { $length } · { $parts }
gap-us = { $only ->
    [yes] rajtunk volt a sor ({ $work })
   *[no] rajtunk volt a sor: { $length } ({ $work })
}
gap-work = { $length } munkaidő
gap-no-work = munkaidőn kívül
gap-contact = { $only ->
    [yes] az ügyfélen volt a sor
   *[no] az ügyfélen volt a sor: { $length }
}
gap-department = { $only ->
    [yes] munkatársakra vártunk
   *[no] munkatársakra vártunk: { $length }
}
gap-timer = { $only ->
    [yes] félretéve
   *[no] félretéve: { $length }
}
gap-bot = { $only ->
    [yes] bot válaszolt
   *[no] bot válaszolt: { $length }
}
gap-nobody = { $only ->
    [yes] nem volt nyitott ügy
   *[no] nem volt nyitott ügy: { $length }
}
