# Найти то, что было сказано.

search-label = Искать во всём, что было сказано
search-hint = Хотя бы две буквы или фильтр. «Слова в кавычках» ищутся дословно.
search-busy = Поиск…
search-none = Ничего не найдено. Может помочь меньше слов или фильтров.
search-found = { $n ->
    [one] { $n } результат
    [few] { $n } результата
    [many] { $n } результатов
   *[other] { $n } результата
}
search-found-more = Самые новые: { $n }.
search-from-us = мы
search-note-by = заметка: { $name }
search-in-subject = Тема:
search-people = Люди и обращения
search-filters = Фильтры
search-filter = { $name }: { $value }
search-channel = Канал
search-any-channel = Любой канал
search-writer = Кто написал
search-anybody = Кто угодно
search-team = Команда
search-any-team = Любая команда
search-tag = Метка
search-any-tag = Любая метка
search-when = Когда
search-any-time = Любое время
search-today = Сегодня
search-week = Последние 7 дней
search-month = Последние 30 дней
search-year = Последние 12 месяцев
search-days = Выбрать дни…
search-between = { $from } – { $to }
search-from = С
search-to = По
search-has-file = С файлом
search-clear = Сбросить фильтры
