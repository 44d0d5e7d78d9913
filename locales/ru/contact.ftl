# Страница контакта и кто может быть одним человеком.

contact-missing = Такого контакта нет.
contact-failed = Не удалось загрузить контакт.
contact-nameless = Без имени

## Identities
identities = Адреса
identity-confirmed-by = Подтверждение: { $name }, { $at }: { $how }
identity-opted-out = { $scope ->
    [marketing] Не хочет здесь рекламы
   *[everything] Не хочет получать сообщения здесь
}
identity-failed = Сюда ничего не доходит с { $at }: { $reason }
identity-write-again = Снова писать сюда
claim-about = Назван в чате, не доказан
confirm-other-way = Проверено иначе
confirm-undo = Отменить
confirm-title = Подтвердите, кто это
confirm-about = Адрес { $address } будет считаться доказанным. Скрытые данные можно будет показать, а тот, кто доказал тот же адрес, станет тем же контактом.
confirm-how = Как это проверено?
confirm-do = Подтвердить
identity-proven-by-link = Подтверждено контактом, { $at }, по ссылке (отправитель: { $name })
ask-link = Отправить ссылку для подтверждения
ask-code = Отправить код для подтверждения
ask-link-sent = Одноразовая ссылка отправлена: { $address }. Данные откроются после подтверждения.
ask-code-sent = Шесть цифр отправлены на { $address }. Данные откроются, когда их введут в чате.
ask-enough = Контакт уже просили достаточно раз. Подождите или проверьте иначе.
covered-label = Закрытые данные
covered-until = Данные закрыты, пока мы не знаем, кто это:

## Fields
fields = Данные
fields-none = Пока ничего не записано.
field-add = Добавить поле
field-edit = Изменить поле
field-edit-name = Изменить: { $name }
field-value = Значение
field-value-covered = Оставьте пустым, чтобы ничего не менять.
field-sensitive = Личное: скрыто, пока неизвестно, кто пишет
field-remove = Удалить
field-show = Показать: { $name }
field-hide = Скрыть: { $name }
field-covered = Скрыто
field-locked = Скрыто, пока адрес не подтверждён.
field-shown = Последний просмотр: { $name }, { $at }
kinds-choose = Для всех контактов
kinds-title = Поля каждого контакта
kinds-about = Они есть у каждого контакта, хотя бы пустые. Если поле здесь удалить, значение у контакта останется.
kinds-name = Название поля { $n }
kinds-sensitive = Личное
kinds-remove = Удалить: { $name }

## Consents
consents = Согласия
consent-none = Ничего не сказано.
consent-record = Записать
consent-record-for = Записать: { $purpose }
consent-about = Что сказал контакт и откуда мы это знаем. Прежние записи остаются.
consent-word = Контакт
consent-gives = согласен
consent-withdraws = больше не согласен
consent-everywhere = Все каналы
consent-how = Как это было сказано?
consent-given = Дано
consent-withdrawn = Отозвано
consent-line = { $where } · { $at } · { $how } · { $name }
consent-line-provider = { $where } · { $at } · сказано провайдеру
consent-line-own = { $where } · { $at } · контакт написал: { $how }
consent-history = { $n ->
    [one] { $n } запись
    [few] { $n } записи
    [many] { $n } записей
   *[other] { $n } записи
    }
purpose-service = Сообщения по обращениям
purpose-marketing = Предложения и новости
purpose-surveys = Опросы
purpose-recording = Запись звонков

## Cases
contact-cases = Обращения
contact-cases-find = Найти в обращениях
contact-cases-none = Подходящих обращений нет.
contact-cases-more = Показать ещё

## Joining
merges = Объединённые контакты
merges-none = С этим контактом никого не объединяли.
merge-other = Объединить с другим
merge-by = Объединение: { $name }, { $at }
merge-by-rule = Объединение по правилу, { $at }
merge-undone = Разделение: { $name }, { $at }
merge-undo = Отменить
merge-title = Один и тот же человек?
merge-about = Два контакта станут одним. Вот что произойдёт.
merge-stays = остаётся
merge-joins = становится его частью
merge-cases = { $n ->
    [one] { $n } обращение
    [few] { $n } обращения
    [many] { $n } обращений
   *[other] { $n } обращения
    }
merge-what-timeline = Обе переписки станут одной лентой в порядке времени.
merge-what-replies = Каждый адрес остаётся собой: ответ уходит туда, куда был адресован.
merge-what-fields = Где значение есть у обоих, показывается значение контакта, который остаётся: { $fields }.
merge-what-undo = Это можно отменить в любое время: каждый получит своё обратно, а пришедшее позже уйдёт с адресом, с которого оно пришло.
merge-reason = Почему (для записи)
merge-do = Тот же человек
merge-who = С кем объединить
merge-found = { $n ->
    [one] Найден { $n } контакт
    [few] Найдено { $n } контакта
    [many] Найдено { $n } контактов
   *[other] Найдено { $n } контакта
    }
joined-done = Теперь это один контакт вместе с: { $name }
parted-done = Снова два контакта.
dismissed-done = Это разные люди: { $name }

## Suggestions
suggestion-label = Возможно, тот же человек
suggestion-who = Вероятно, тот же человек:
suggestion-conflict = У каждого контакта своя доказанная личность; посмотрите внимательно.
suggestion-same = Тот же человек
suggestion-not-same = Разные люди
suggestion-more = { $n ->
    [one] Ещё { $n } контакт может быть тем же человеком
    [few] Ещё { $n } контакта могут быть тем же человеком
    [many] Ещё { $n } контактов могут быть тем же человеком
   *[other] Ещё { $n } контакта могут быть тем же человеком
    }
because-same-verified = { $known ->
    [no] потому что оба доказали один и тот же адрес
   *[yes] потому что оба доказали адрес { $address }
    }
because-same-phone = { $known ->
    [no] потому что оба пишут с одного номера
   *[yes] потому что оба пишут с номера { $address }
    }
because-same-email = { $known ->
    [no] потому что оба пишут с одного адреса почты
   *[yes] потому что оба пишут с адреса { $address }
    }
because-same-phone-claimed = { $known ->
    [no] потому что один назвал номер другого; это не доказано
   *[yes] потому что один назвал номер { $address } другого; это не доказано
    }
because-same-email-claimed = { $known ->
    [no] потому что один назвал адрес почты другого; это не доказано
   *[yes] потому что один назвал адрес { $address } другого; это не доказано
    }
because-same-account = { $known ->
    [no] потому что, по словам провайдера, это один аккаунт
   *[yes] потому что, по словам провайдера, { $address } — один аккаунт
    }
