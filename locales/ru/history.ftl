## What was changed of a thing
history-of = История: { $name }
history-about = Последние пятьдесят изменений. Отмена одного не затрагивает более поздних.
history-none = С тех пор как изменения сохраняются, ничего не менялось.
history-added = Добавлено
history-take-back = Отменить
history-done = Изменение отменено. В истории это отдельная запись.
history-replaced = заменено; прежнее значение нигде не хранится
history-active = Используется
history-as-usual = как каждую неделю
history-before = было:
history-after = стало:
history-more = { $n ->
    [one] ещё { $n } строка
    [few] ещё { $n } строки
    [many] ещё { $n } строк
   *[other] ещё { $n } строки
}
