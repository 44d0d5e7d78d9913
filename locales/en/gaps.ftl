# A stretch in which nobody said anything: how long, and for whom was being waited.

gap-line = { $length } · { $parts }
gap-us = { $only ->
    [yes] waiting for us ({ $work })
   *[no] waiting for us: { $length } ({ $work })
}
gap-work = { $length } of work time
gap-no-work = outside work time
gap-contact = { $only ->
    [yes] waiting for the contact
   *[no] waiting for the contact: { $length }
}
gap-department = { $only ->
    [yes] waiting for colleagues
   *[no] waiting for colleagues: { $length }
}
gap-timer = { $only ->
    [yes] parked
   *[no] parked: { $length }
}
gap-bot = { $only ->
    [yes] a bot was answering
   *[no] a bot was answering: { $length }
}
gap-nobody = { $only ->
    [yes] no open case
   *[no] no open case: { $length }
}
