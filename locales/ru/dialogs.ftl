# Диалоги: читаются, когда один из них загружается.

park-title = Отложить до…
park-title-send = Отправить и отложить до…
park-about = Вернётся в это время или раньше, если контакт напишет.
park-until = До какого времени
park-why = Зачем
park-why-example = проверить, пришёл ли возврат
park-wrong-reason = Напишите в нескольких словах, что тогда проверить.
park-promise = Написать ответ с обещанием срока
assign-title = Кто берёт #{ $number }?
assign-filter = Имя или команда
assign-list = Люди и команды
assign-me = { $name } (вы)
assign-current = сейчас здесь
assign-none = Никого с таким именем.
keys-about = Действуют вне текстовых полей. Их можно выключить в настройках.
keys-off = Одиночные клавиши выключены в настройках. Сочетания с Ctrl действуют.
resolve-title = #{ $number } готово
resolve-about = Откроется само, если контакт вскоре напишет снова: { $name }.
resolve-outcome = Чем закончилось
view-edit = Изменить подборку
view-delete = Удалить
view-place = Обращения из раздела
place-open = Все открытые обращения
view-any = Любые
view-me = Тот, кто смотрит
view-text = Тема или контакт содержит
view-starred = Только с моей звёздочкой
view-shared = Подборка видна всем
palette-label = Номер обращения, имя, действие, раздел
palette-search = Искать везде: «{ $text }»
palette-contact = контакт
palette-none = Ничего с таким названием нет.
palette-hint = > действия · @ люди · # номер
tags-title = Метки #{ $number }
tags-filter = Найти метку
tags-no-match = Метки с таким названием нет.
park-typed = Или напишите: пт 9, завтра 10, через 2 недели
park-unknown = Это не похоже на время. Выберите его из списка или в календаре.
move-title = Чей ход в #{ $number }?
move-about = Выберите, кто действует дальше. Можно и цифрами.
move-to-me = Мой: беру себе
move-to-us = Снова наш: вернуть из отложенных
move-to-contact = Контакта: ответ не нужен
move-without-promise = Без обещания: отменить его
move-to-other = Коллеги или команды…
move-to-later = Пока ничей: отложить…
move-to-nobody = Ничей: завершить…
palette-park = Отложить до: { $until }
later-about = Ответ уйдёт сам, если до этого не напишет { $name } и не ответит коллега. До тех пор он не считается данным.
later-when = Когда
later-typed = Или впишите: завтра 9, пт 14:30, через 3 часа
later-late = Ответ нужен { $due }; этот уйдёт позже.
later-shut = Этот канал принимает такой ответ до { $until }. Позже он не уйдёт.
new-case-about = Сначала найдите контакт.
new-case-with = Контакт: { $name }. Оно будет вашим; пока вы не напишете, никто о нём не узнает.
new-case-who = О ком речь?
new-case-subject = Тема
new-case-other = Кто-то другой
new-case-found = { $n ->
    [one] Найден { $n } контакт
    [few] Найдено { $n } контакта
    [many] Найдено { $n } контактов
   *[other] Найдено { $n } контакта
}
