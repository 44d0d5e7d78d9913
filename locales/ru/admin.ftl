# The administration; read by those who come to it.

admin-people-about = Кто здесь работает, в каких командах и что может.
admin-teams-about = У команды общая очередь и общее обещание, как скоро она отвечает.
admin-inboxes-about = Ящик — это один номер или один почтовый адрес. Его состояние — последнее слово провайдера.
admin-quarantine = Карантин
admin-quarantine-about = Что не удалось прочитать, хранится здесь как пришло. Повторите, когда причина исчезнет.
people-add = Добавить человека
people-edit = Изменить данные
people-now = Сейчас
people-disable = Без права входа
people-disabled = Выключено
people-new-password = Новый пароль
people-password-keep = Оставьте пустым, чтобы сохранить прежний.
teams-add = Добавить команду
teams-edit = Изменить команду
teams-first = Первый ответ
teams-next = Следующие ответы
teams-first-minutes = Первый ответ, минут
teams-next-minutes = Следующие ответы, минут
teams-minutes-about = Считается в рабочих часах команды.
teams-members = Люди
teams-nobody = пока никого
inboxes-no-team = без команды
inboxes-webhook = Вебхук
health-green = Работает
health-amber = Требует внимания
health-red = Не работает
health-received = Последнее входящее
health-sent = Последнее исходящее
health-error = Последняя ошибка
health-queued = Ждут отправки
quarantine-none = Ничего не задержано. Всё, что пришло, удалось прочитать.
quarantine-received = Получено
quarantine-inbox = Ящик
quarantine-reason = Почему
quarantine-replay = Повторить
quarantine-replayed = Повторено.
quarantine-preview = { $size }, попыток: { $attempts }

## Inboxes
inboxes-none = Ящиков пока нет. Добавьте первый: номер, почтовый ящик или чат на сайте.
inboxes-add = Добавить ящик
inboxes-add-of = Добавить ящик: { $channel }
inboxes-which-channel = Где вам пишут?
inboxes-name-about = Так его видят коллеги.
inboxes-team = Команда
inboxes-team-about = В её очередь попадают новые обращения.
inboxes-secret-set = задано; пустое поле оставит как есть
inboxes-make-up = Придумать
inboxes-wrong-missing = Это поле обязательно.
inboxes-wrong-unfit = Похоже, здесь ошибка.
inboxes-wrong-unknown = У этого канала нет такой настройки.
inboxes-saved = Ящик сохранён. Проверьте соединение.
inboxes-paused = Приостановлен
inboxes-paused-about = Ответы ждут, почта не читается. Что приходит само, принимается.
inboxes-pause = Приостановить
inboxes-resume = Возобновить
inboxes-archived = { $n ->
    [one] { $n } ящик в архиве
    [few] { $n } ящика в архиве
    [many] { $n } ящиков в архиве
   *[other] { $n } ящика в архиве
}
inboxes-busy = { $n ->
    [one] В ящике ждёт ещё { $n } ответ. Дождитесь отправки или приостановите ящик.
    [few] В ящике ждут ещё { $n } ответа. Дождитесь отправки или приостановите ящик.
    [many] В ящике ждут ещё { $n } ответов. Дождитесь отправки или приостановите ящик.
   *[other] В ящике ждёт ещё { $n } ответа. Дождитесь отправки или приостановите ящик.
}
inboxes-webhook-about = Скопируйте адрес провайдеру: он вызывает его при каждом сообщении.
inboxes-verify-token = Токен подтверждения
inboxes-check = Проверить соединение
inboxes-checking = Проверяем…
health-shown = Последний показ на сайте
optional = необязательно
show = Показать
hide = Скрыть
connection-provider = Провайдер
connection-outgoing = Исходящая почта
connection-incoming = Входящая почта
connection-site = Ваш сайт
connection-connected = работает
connection-misconfigured = отказывает нам
connection-unavailable = нет ответа
connection-todo-provider = Сверьте номер и токен с тем, что показывает провайдер, сохраните и проверьте снова.
connection-todo-mail = Сверьте сервер, пользователя и пароль со страницей почтового провайдера; многим нужен пароль приложения.
connection-todo-site = Укажите сайт в разделе «Чат», вставьте строку в страницы, откройте одну из них и чат на ней.
connection-todo-forbidden = Этот адрес вызывать нельзя. Разрешённые частные узлы задаёт оператор сервера.
connection-todo-unavailable = Сверьте адрес и порт и проверьте снова через минуту. Ничего не изменилось.
