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
park-typed = Или напишите: пт 9, завтра 10, через 2 недели
palette-park = Отложить до: { $until }
move-change = Чей сейчас ход
move-title = Чей ход в #{ $number }?
move-about = Выберите, кто действует дальше. Можно и цифрами.
move-to-me = Мой: беру себе
move-to-us = Снова наш: вернуть из отложенных
move-to-contact = Контакта: ответ не нужен
move-without-promise = Без обещания: отменить его
move-to-other = Коллеги или команды…
move-to-later = Пока ничей: отложить…
move-to-nobody = Ничей: завершить…

# Channels whose names are words.
channel-webchat = Чат на сайте
channel-email = Эл. почта
channel-voice = Телефон
