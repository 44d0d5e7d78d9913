# С чем агенты работают помимо обращений.

## Метки
tags = Метки
tags-none = Меток пока нет. Их добавляют руководители и администраторы в разделе «Администрирование».
tags-case-none = Без меток.
tags-add = Добавить метку
archived = В архиве
offered = Используется
archive = В архив
unarchive = Вернуть
state = Состояние
done-tagged = Метки изменены.
color = Цвет

## Готовые ответы
canned = Готовые ответы
canned-none = Подходящего готового ответа нет.
canned-empty = Готовых ответов пока нет.
holes-fill = Заполните перед отправкой:
variable-contact-name = имя и фамилия контакта
variable-contact-first-name = имя контакта
variable-agent-name = ваше имя и фамилия
variable-agent-first-name = ваше имя
variable-case-number = номер обращения
variable-case-subject = тема обращения
variable-team-name = название команды
variable-workspace-name = название компании
mention-list = Коллеги

## Когда пишут двое
collision-typing = { $name } пишет ответ. Ваш черновик в сохранности.
collision-replied = Ответ ушёл, пока вы писали: { $name }, { $at }. Ваш черновик в сохранности.
draft-elsewhere = На другом устройстве у вас есть ещё такой черновик:
draft-use-other = Взять тот
draft-keep-mine = Оставить этот

## Подборки, звёздочки и упоминания
views = Подборки
view-add = Сохранить подборку
view-empty = В этой подборке нет обращений.
view-gone = Этой подборки больше нет, или она вам недоступна.
channel = Канал
starred = Со звёздочкой
starred-none = Звёздочек пока нет. S отмечает обращение, звёздочка рядом с сообщением – это сообщение.
star = Отметить обращение звёздочкой
star-message = Отметить сообщение звёздочкой
unstar = Снять звёздочку
mention = Упомянуть коллегу (в заметке)
mentions = Упоминания
mentions-none = Никто не упоминал вас в заметках.
mentions-read-all = Отметить все как просмотренные

## Много обращений сразу
bulk = С выбранными обращениями
bulk-choose = Выбрать для общего действия
bulk-extend = Выбрать и следующее
bulk-is-chosen = выбрано.
bulk-all = Выбрать все
bulk-none = Снять выбор
bulk-tag = Метка
bulk-park-reason = отложено вместе с другими
bulk-chosen = { $n ->
    [one] Выбрано: { $n }
    [few] Выбрано: { $n }
    [many] Выбрано: { $n }
   *[other] Выбрано: { $n }
}
bulk-busy = { $done } из { $of }…
bulk-done = { $n ->
    [one] Готово: { $n } обращение.
    [few] Готово: { $n } обращения.
    [many] Готово: { $n } обращений.
   *[other] Готово: { $n } обращения.
}
bulk-partly = Готово: { $done }, не вышло: { $failed }. { $why }
bulk-undone-partly = { $n ->
    [one] Не удалось вернуть { $n } обращение.
    [few] Не удалось вернуть { $n } обращения.
    [many] Не удалось вернуть { $n } обращений.
   *[other] Не удалось вернуть { $n } обращения.
}

## Палитра и уведомления
palette = Куда угодно, что угодно
inbox-trouble = { $name }: неполадки.
notify-reply = новое сообщение
notify-mention = вас упомянули в заметке
notify-assigned = теперь ваше обращение
