# Время, когда никто ничего не сказал: как долго и кого ждали.

gap-line = { $length } · { $parts }
gap-us = { $only ->
    [yes] ход за нами ({ $work })
   *[no] ход за нами: { $length } ({ $work })
}
gap-work = { $length } рабочего времени
gap-no-work = вне рабочего времени
gap-contact = { $only ->
    [yes] ход за контактом
   *[no] ход за контактом: { $length }
}
gap-department = { $only ->
    [yes] ждали коллег
   *[no] ждали коллег: { $length }
}
gap-timer = { $only ->
    [yes] отложено
   *[no] отложено: { $length }
}
gap-bot = { $only ->
    [yes] отвечал бот
   *[no] отвечал бот: { $length }
}
gap-nobody = { $only ->
    [yes] без открытых обращений
   *[no] без открытых обращений: { $length }
}
