# Czas, w którym nikt nic nie powiedział: jak długo i na kogo czekano.

gap-line = { $length } · { $parts }
gap-us = { $only ->
    [yes] ruch po naszej stronie ({ $work })
   *[no] ruch po naszej stronie: { $length } ({ $work })
}
gap-work = { $length } czasu pracy
gap-no-work = poza godzinami pracy
gap-contact = { $only ->
    [yes] ruch po stronie kontaktu
   *[no] ruch po stronie kontaktu: { $length }
}
gap-department = { $only ->
    [yes] czekanie na innych w firmie
   *[no] czekanie na innych w firmie: { $length }
}
gap-timer = { $only ->
    [yes] sprawa odłożona
   *[no] sprawa odłożona: { $length }
}
gap-bot = { $only ->
    [yes] odpowiadał bot
   *[no] odpowiadał bot: { $length }
}
gap-nobody = { $only ->
    [yes] bez otwartej sprawy
   *[no] bez otwartej sprawy: { $length }
}
