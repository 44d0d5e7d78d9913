# Клавиши, которые можно сменить, время словами и чей сейчас ход.

keys-change = Сменить клавиши
keys-change-about = Выберите клавишу и нажмите новую. Backspace убирает клавишу, Esc оставляет всё как есть.
keys-set = { $what }: сменить клавишу
keys-press = Нажмите клавишу
keys-none = нет
keys-clash = { $key } занята: { $what }. Нажмите другую.
keys-reset = Вернуть прежнюю клавишу: { $what }
keys-reset-short = Вернуть
keys-reset-all = Вернуть все клавиши
keys-extend-up = Выбрать и предыдущее
keys-all = Выбрать всё
keys-context = Части панели контакта
move-change = Чей сейчас ход

# Channels whose names are words.
channel-webchat = Чат на сайте
channel-email = Эл. почта
channel-voice = Телефон
