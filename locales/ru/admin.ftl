# The administration; read by those who come to it.

admin-people-about = Кто здесь работает, в каких командах и что может.
admin-teams-about = У команды общая очередь и общее обещание, как скоро она отвечает.
admin-inboxes-about = Ящик — это один номер или один почтовый адрес. Его состояние — последнее слово провайдера.
admin-quarantine = Карантин
admin-quarantine-about = Что не удалось прочитать, хранится здесь как пришло. Повторите, когда причина исчезнет.
people-edit = Изменить данные
people-now = Сейчас
people-disable = Без права входа
people-disabled = Выключено
teams-add = Добавить команду
teams-taken = У другой команды уже такое название.
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
connection-site-silent = не показывает чат
connection-todo-provider = Сверьте номер и токен с тем, что показывает провайдер, сохраните и проверьте снова.
connection-todo-mail = Сверьте сервер, пользователя и пароль со страницей почтового провайдера; многим нужен пароль приложения.
connection-todo-site = Укажите сайт в разделе «Чат», вставьте строку в страницы, откройте одну из них и чат на ней.
connection-todo-forbidden = Этот адрес вызывать нельзя. Разрешённые частные узлы задаёт оператор сервера.
connection-todo-unavailable = Сверьте адрес и порт и проверьте снова через минуту. Ничего не изменилось.
trial-send = Отправить мне тест
trial-to-email = Ваш адрес почты
trial-to-phone = Ваш номер с кодом страны
trial-about = Уходит тем же путём, что и ответы. Ни обращения, ни контакта из этого не возникает.
trial-do = Отправить
trial-sending = Отправляем…
trial-accepted = Провайдер принял сообщение для { $to }. Посмотрите там сейчас.
trial-refused = Отказ для { $to }
trial-misconfigured = Провайдер не даёт этому ящику отправлять
trial-unavailable = Сообщение не ушло; попробуйте снова через минуту
trial-unknown = Неизвестно, ушло ли оно; посмотрите { $to }
trial-template = В виде одобренного шаблона «{ $template }».
trial-windowed = { $channel } доставляет обычный текст только на номера, с которых за последние 24 часа писали в этот ящик. Если ничего не придёт, напишите в него с телефона и попробуйте снова.
history = История

## People
people-add = Пригласить человека
people-invite = Пригласить
people-name-about = Так его видят контакты: в чате и в письмах, где подпись называет автора.
people-email-about = Туда придёт приглашение; пароль человек задаёт сам.
people-invited = Приглашение отправлено
people-invitation-over = Приглашение истекло
people-until = до { $at }
people-invite-again = Пригласить снова
people-reset = Новый пароль
people-revoke = Отозвать
people-heir = { $n ->
    [one] { $n } открытое обращение переходит к
    [few] { $n } открытых обращения переходят к
    [many] { $n } открытых обращений переходят к
   *[other] { $n } открытого обращения переходит к
}
people-heir-queue = очереди команды
link = Ссылка
link-title = Ссылка для: { $name }
link-about = Этот сервер не отправляет почту. Передайте ссылку сами; она показана только один раз.
link-until = Сработает один раз, до { $at }.
link-done = Ссылка скопирована
link-mailed = Ссылка отправлена: { $address }.
link-revoked = Приглашение отозвано.

## Business hours
admin-hours = Рабочие часы
admin-hours-about = Когда время идёт. Два часа, обещанные перед закрытием, истекают утром; праздники считаются как ночи.
hours-add = Добавить часы
hours-edit = Изменить часы
hours-none = Рабочих часов пока нет.
hours-zone = Часовой пояс
hours-week = Каждую неделю
hours-week-about = 00:00 в конце — полночь. Ночь записывается двумя днями: до полуночи и с полуночи.
hours-closed = закрыто
hours-from = { $day }: с
hours-to = { $day }: до
hours-add-span = { $day }: добавить часы
hours-remove = { $day }: убрать эти часы
hours-like-monday = До пятницы так же
hours-unused = Эти часы не использует ни одна команда.
hours-from-now = Действует для того, что придёт с этого момента. Назначенные сроки не меняются.
holidays = Праздники и особые дни
holidays-about = Они заменяют часы своего дня недели.
holidays-first = День
holidays-last = по (если дней несколько)
holidays-add = Добавить как выходные
holidays-paste = Вставить список или файл календаря
holidays-paste-about = По дате или диапазону в строке, либо весь файл .ics с праздниками.
holidays-added = { $n ->
    [one] Добавлен { $n } день.
    [few] Добавлено { $n } дня.
    [many] Добавлено { $n } дней.
   *[other] Добавлено { $n } дня.
}
holidays-none-coming = Особых дней впереди нет.
holidays-coming = { $n ->
    [one] Впереди { $n } особый день.
    [few] Впереди { $n } особых дня.
    [many] Впереди { $n } особых дней.
   *[other] Впереди { $n } особого дня.
}
holidays-past = { $n ->
    [one] Показать { $n } прошедший день
    [few] Показать { $n } прошедших дня
    [many] Показать { $n } прошедших дней
   *[other] Показать { $n } прошедшего дня
}
holidays-remove = { $day }: как обычно
holidays-usual = Как обычно
holidays-unread = { $n ->
    [one] Не удалось прочитать { $n } строку. Запишите даты так: 2026-12-24.
    [few] Не удалось прочитать { $n } строки. Запишите даты так: 2026-12-24.
    [many] Не удалось прочитать { $n } строк. Запишите даты так: 2026-12-24.
   *[other] Не удалось прочитать { $n } строки. Запишите даты так: 2026-12-24.
}
outlook-open = Сейчас открыто.
outlook-closed = Сейчас закрыто, открытие: { $at }.
outlook-due = Кто напишет сейчас, должен получить первый ответ до: { $first }, а следующий до: { $next }.

## Hours, what is wrong
hours-wrong-never = Хотя бы один день недели должен быть рабочим.
hours-wrong-span = Эти часы пересекаются или заканчиваются раньше начала.

## Tokens
admin-tokens = Программы
admin-tokens-about = Какие программы работают здесь по токену и от чьего имени. Отзыв токена сразу отключает программу.
tokens-none = Токенов пока нет. Оператор сервера создаёт их командой
tokens-what = Для чего
tokens-who = От имени
tokens-revoke = Отозвать
tokens-revoked = Токен отозван.

admin-tags-about = Слова, по которым раскладывают обращения. Ненужную метку отправляют в архив: у обращений она остаётся, но поставить её больше нельзя.
admin-canned-about = Ответы, написанные заранее. Чтобы найти нужный, агент вводит / в начале строки; то, что в фигурных скобках, подставляется из обращения.
canned-edit = Изменить готовый ответ
canned-shortcut-about = Одно слово. Если ввести его после / в ответе, найдётся этот текст.
canned-text = Текст
canned-variables = Вставить то, что известно об обращении
canned-preview = Как это будет выглядеть
canned-sample-subject = Возврат денег
tags-edit = Изменить метку
color-slate = Серый
color-red = Красный
color-amber = Янтарный
color-green = Зелёный
color-teal = Бирюзовый
color-blue = Синий
color-violet = Фиолетовый
color-pink = Розовый
canned-add = Добавить готовый ответ
canned-title = Название
canned-shortcut = Сокращение
canned-who = Кому виден
canned-everybody = Всем
canned-any-language = Любой язык
mail-quarantined = Пришло, но прочитать не удалось
mail-quarantined-kept = Хранится как получено
mail-quarantined-open = Открыть оригинал
teams-signature = Подпись в письмах
teams-signature-about = Стоит под каждым письмом этой команды. {"{agent}"} и {"{team}"} заменяются именами.
teams-reminder = Напоминание
teams-reminder-about = Если контакт не отвечает сутки, его ещё раз спросят этими словами. Пусто: ничего не отправляется.
teams-farewell = Прощание
teams-farewell-about = Отправляется, когда обращение завершается, потому что контакт не отвечал три дня. Пусто: ничего не отправляется.
admin-undelivered = Не доставлено
admin-undelivered-about = Ответы, которые не дошли или о которых ничего не известно. То, что под сомнением, машина никогда не отправляет повторно.
undelivered-show = Показать
undelivered-lost = Неудачные и под сомнением
undelivered-failed = Неудачные
undelivered-unknown = Под сомнением
undelivered-queued = Ожидают отправки
undelivered-none = Здесь пусто. Все ответы дошли.
undelivered-case = Обращение
undelivered-said = Ответ
undelivered-why = Почему
undelivered-again-said = Отправляем снова.
role-admin = Администратор
role-agent = Оператор
role-supervisor = Руководитель смены
