# Рабочее место оператора.

## Места
place-mine = Мой ход
place-team = Очередь команды
place-waiting = Ждём
place-parked = Отложенные
place-resolved = Завершённые
nav-label = Места
nav-me = Я
skip = К обращению
simulated = Симуляция: ничто не покидает этот компьютер

## Группы списка
group-over = Просрочено
group-hour = В течение часа
group-today = Сегодня позже
group-tomorrow = Завтра
group-later = Позже
group-contacts = Контакты
group-colleagues = Коллеги
group-bots = Боты
group-others = Другие
group-this-day = Сегодня
group-day = { $day }

## Список
list-order = Порядок списка
order-due = Ближайший срок
order-waiting = Дольше всех ждут
order-latest = Последнее сообщение
list-summary = { $over ->
    [0] { $hour } в течение часа
   *[other] { $hour ->
        [0] просрочено: { $over }
       *[other] просрочено: { $over }, в течение часа: { $hour }
    }
}
list-moved = { $n ->
    [one] { $n } строка сдвинется.
    [few] { $n } строки сдвинутся.
    [many] { $n } строк сдвинутся.
   *[other] { $n } строки сдвинутся.
}
list-update = Обновить
list-failed = Список не загрузился.
empty-mine = Вашего хода ничто не ждёт. { $waiting ->
    [0] И мы никого не ждём.
    [one] { $waiting } обращение ждёт других.
    [few] { $waiting } обращения ждут других.
    [many] { $waiting } обращений ждут других.
   *[other] { $waiting } обращения ждут других.
}
empty-take = Взять из очереди: { $team } ({ $n })
empty-take-any = Взять следующее из очередей ({ $n })
empty-back = Ближайшее вернётся: { $at }.
empty-team = Очередь пуста.
empty-waiting = Мы никого не ждём.
empty-parked = Ничего не отложено.
empty-resolved = Пока ничего не завершено.
no-case-counts = { $mine ->
    [0] Вашего хода ничто не ждёт.
    [one] { $mine } обращение ждёт вашего хода; в течение часа или просрочено: { $hour }.
    [few] { $mine } обращения ждут вашего хода; в течение часа или просрочено: { $hour }.
    [many] { $mine } обращений ждут вашего хода; в течение часа или просрочено: { $hour }.
   *[other] { $mine } обращения ждут вашего хода; в течение часа или просрочено: { $hour }.
}
no-case-hint = Выберите обращение или нажмите
no-subject = Без темы
row-you = Вы:
row-draft = Черновик:
row-note = Заметка:
row-no-text = Без текста
row-unread = Не прочитано.
chip-not-delivered = Не доставлено
chip-back = Снова в работе
chip-typing = пишет: { $name }

## Сроки
due-by = до { $at }
due-until = до { $at }
due-next = далее { $at }
due-at = { $at }
due-over = просрочено на { $span }

## Чей ход
holder-me = Ваш ход
holder-agent = Ход: { $name }
holder-team = Ход команды
holder-contact = Ход: { $name }
holder-department = Ждём коллег
holder-timer = Отложено до { $until }
holder-back = Снова в работе
holder-bot = Отвечает бот
holder-done = Завершено
move-answer = ответ до { $at }
move-acknowledge = первое слово до { $at }
move-finish = закончить до { $at }
move-promise = ответ обещан до { $at }
move-delivery = ответ не доставлен; отправьте иначе до { $at }
move-consult-answered = коллеги ответили; напишите до { $at }
move-team = { $team }, ответ до { $at }
move-shared = открыто всей команде ({ $team }), ответ до { $at }
move-nudge = напоминание { $at }
move-close = закроется { $at }
move-nudge-close = вопрос { $asked }, напоминание { $at }, закроется { $end }
move-department = срок { $at }
move-parked = { $reason }
move-woken = проверить: { $reason }
move-done = { $at }, { $outcome ->
    [solved] решено
    [unsolved] не решено
    [withdrawn] отозвано
    [duplicate] дубликат
    [spam] спам
    [no_reply] ответа не было
   *[other] { $outcome }
}
move-left = (через { $span })
move-over = (просрочено на { $span })
move-waited = ждёт { $span }
move-deadlines = Сроки

## Открытое обращение
case-header = Обращение
case-missing = Такого обращения нет, или оно вам недоступно.
case-failed = Обращение не загрузилось.
case-back = К «Мой ход»
case-state-open = открыто
case-state-done = завершено { $at }
owner-you = вы
owner-none = пока никто
presence-viewing = смотрит: { $name }
presence-typing = пишет ответ: { $name }
done-parked = Отложено до { $until }.
done-woken = Снова в работе: ваш ход.
done-resolved = #{ $number } завершено: { $outcome }.
done-reopened = Открыто снова.
done-promise-taken-back = Обещание отменено.
done-no-reply = Ответ не нужен: ход за контактом.
done-assigned = Назначено: { $name }.
done-taken = Теперь оно ваше.

## Разговор
timeline-label = Разговор: { $name }
timeline-empty = Сообщений пока нет.
timeline-failed = Разговор не загрузился.
timeline-older-failed = Более ранние сообщения не загрузились.
timeline-newer = Загрузить новее
timeline-to-end = К последним
timeline-new = { $n ->
    [one] { $n } новое сообщение
    [few] { $n } новых сообщения
    [many] { $n } новых сообщений
   *[other] { $n } нового сообщения
}
timeline-arrived = { $n ->
    [one] { $n } новое сообщение: { $name }
    [few] { $n } новых сообщения: { $name }
    [many] { $n } новых сообщений: { $name }
   *[other] { $n } нового сообщения: { $name }
}
timeline-channel = Дальше через { $channel }
timeline-this-case = Это обращение: { $label }
timeline-other-case = { $state ->
    [open] Другое открытое обращение: { $label } #{ $number }
   *[other] Прежнее обращение: { $label } #{ $number }, завершено
}
timeline-no-case = Вне обращений
message-label-in = Сообщение: { $name }, { $at }
message-label-out = Ответ: { $name }, { $at }
message-label-pending = Ответ отправляется
message-no-text = Без текста
message-deleted = Удалено контактом.
message-edited = изменено
message-holding = с обещанием срока
message-quote = Процитировать это сообщение
message-reaction = от: { $name }
message-not-sent = Не отправлено: { $reason }
message-send-again = Отправить снова
message-edit = Исправить и отправить
message-edit-files = Текст вернулся в поле ответа. Не все файлы удалось скопировать: прикрепите недостающие.
reason-unknown = провайдер не назвал причину.
note-head = Заметка, только для команды · { $name }
note-label = Заметка команды: { $name }, { $at }
attachment-picture = Изображение { $name }
attachment-download = Скачать { $name }
attachment-failed = Не удалось получить
attachment-pending = Загружается…
attachment-remove = Убрать { $name }
attachment-uploading = Отправка { $name }
attachment-cancel = Отменить { $name }
content-location = Место
content-contact = Контакт
content-choice = Выбрано
content-template = Шаблон { $name }
content-unsupported = Это сообщение нельзя здесь показать.
content-unsupported-about = Вид: { $kind }. Оно есть в телефоне контакта.

## События
event-case-opened = { $by ->
    [person] Обращение открыто: { $actor }
   *[system] Обращение открыто
}
event-case-resolved = { $by ->
    [contact] Обращение завершил контакт
    [person] Обращение завершено: { $actor }
   *[system] Обращение закрылось само
}, { $outcome ->
    [solved] решено
    [unsolved] не решено
    [withdrawn] отозвано
    [duplicate] дубликат
    [spam] спам
    [no_reply] ответа не было
   *[other] { $outcome }
}
event-case-reopened = { $by ->
    [person] Открыто снова: { $actor }
   *[system] Открыто снова: контакт написал
}
event-case-parked = { $by ->
    [person] Отложено до { $until }: { $actor }
   *[system] Отложено до { $until }
}. { $reason }
event-case-woken = { $cause ->
    [timer] Снова в работе, проверить: { $reason }
    [contact] Снова в работе: контакт написал
   *[other] Разбужено: { $reason }
}
event-case-assigned = { $by ->
    [person] Назначение: { $actor } → { $to }
   *[system] Назначено: { $to }
}
event-case-taken = Обращение берёт { $actor }
event-promise-made = { $by ->
    [person] Ответ обещан до { $until }: { $actor }
   *[system] Ответ обещан до { $until }
}
event-promise-withdrawn = Обещание отозвано
event-promise-near = Обещанный срок близко: { $until }
event-no-reply-needed = { $by ->
    [person] Ответ не нужен: { $actor }
   *[system] Ответ не нужен
}
event-reply-undone = { $by ->
    [person] Ответ отозван: { $actor }
   *[system] Ответ отозван
}
event-delivery-failed = Не доставлено: { $reason }
event-reply-lost = Ответ не доставлен
event-nudged = Отправлено напоминание
event-subject-changed = { $by ->
    [person] Новая тема ({ $actor }): { $subject }
   *[system] Тема: { $subject }
}
event-identity-changed = Адрес контакта изменился
event-opted-out = { $scope ->
    [marketing] Контакт больше не хочет рекламы в этом канале
   *[everything] Контакт больше не хочет сообщений в этом канале
}
event-opted-in = { $scope ->
    [marketing] Контакт снова хочет рекламы в этом канале
   *[everything] Контакт снова хочет сообщений в этом канале
}
event-consult-opened = Вопрос задан коллегам
event-consult-closed = Вопрос коллегам закрыт
event-consult-redirected = Вопрос передан другим коллегам
event-other = { $name }

## Письмо
composer-reply = Ответ
composer-note = Заметка, только для команды
composer-mode = Ответ или заметка
mode-reply = Ответ
mode-note = Заметка
mode-note-on = ЗАМЕТКА: для команды
reply-placeholder = Напишите ответ: { $name }…
note-placeholder = Это видит только ваша команда…
note-who = контакт этого не увидит
note-add = Добавить заметку
note-no-files = В заметках только текст. Ничего не прикреплено.
attach = Прикрепить файлы
quote-remove = Без цитаты
send-and-park = Отправить, отложить
send-and-done = Отправить, завершить
send-queue = В очередь
send-more = Выбрать способ отправки
undo-queued = Ждёт связи
undo-sending = Отправка через { $n } с
undo-sending-to = { $name }: отправка через { $n } с
undo-too-late = Уже ушло, отменить нельзя.
undo-failed = Отменить не удалось. Проверьте, ушло ли сообщение.
offline-waiting = { $n ->
    [one] Нет связи. { $n } сообщение уйдёт, когда она вернётся.
    [few] Нет связи. { $n } сообщения уйдут, когда она вернётся.
    [many] Нет связи. { $n } сообщений уйдут, когда она вернётся.
   *[other] Нет связи. { $n } сообщения уйдут, когда она вернётся.
}
target-title = Ответить через
target-change = Ответ через { $line }. Изменить
target-none = Нет канала для ответа
target-moved = { $name } теперь пишет через { $to }. Ваш ответ уйдёт через { $chosen }.
target-stay = Оставить { $channel }
target-now = Ответ уйдёт через { $line }
target-waits = сейчас нет связи, сообщение подождёт
target-unconfirmed = адрес не подтверждён
target-read = прочитано { $ago }
window-open = окно: { $span }
window-closed = только шаблон
blocked-window = { $name }: давно нет сообщений, поэтому { $channel } сейчас примет только одобренный шаблон. Обычный текст вернётся с первым сообщением.
blocked-reason = Канал { $channel } недоступен: { $reason }.
blocked-other = Ответить через { $channel }
blocked-note = Написать заметку
blocked-done = Обращение завершено. Чтобы написать, откройте его снова. Кому: { $name }.
blocked-kept = Написанное сохранено.
template-choose = Выбрать шаблон
promise-add = Пообещать срок
promise-by = Ответ обещан до
promise-hint = Это промежуточный ответ: долг остаётся, срок под контролем.
promise-remove = Без обещания
conflict-newer = Более новый ответ, { $span } назад: { $name }. Ваш не отправлен.
conflict-show = Показать тот ответ
conflict-send = Всё равно отправить
conflict-keep = Оставить черновиком
a-colleague = кто-то из команды

## Откладывание
park-readable = { $until }
park-wrong-time = Выберите время в будущем.
wake-in-hours = { $n ->
    [one] Через { $n } час
    [few] Через { $n } часа
    [many] Через { $n } часов
   *[other] Через { $n } часа
}
wake-afternoon = Сегодня днём
wake-tomorrow = Завтра
wake-in-days = Через { $n } дня
wake-monday = В понедельник
wake-in-weeks = Через { $n } недели

## Назначение, завершение
assign-team = Очередь команды
assign-changed = Тем временем перешло: { $name }.
assign-changed-at = Тем временем перешло: { $name }, { $at }.
assign-anyway = Всё равно назначить

## О контакте
context-label = О контакте
context-show = Контакт и обращение
context-case = Обращение #{ $number }
context-others = Другие обращения
context-no-others = Это первое.
contact-name = Имя контакта
contact-rename = Изменить имя
contact-since = Знакомы с { $date }
subject-change = Изменить тему
fact-opened = Открыто
fact-team = Команда
fact-owner = Ответственный
fact-answer = Срок ответа
fact-promise = Обещано
fact-outcome = Итог
assurance-confirmed = Подтверждён
assurance-confirmed-about = личность доказана
assurance-likely = Вероятно
assurance-likely-about = пишет с этого адреса, личность не доказана
assurance-none = Не опознан
assurance-none-about = ничто не говорит, кто это
search-more = Показать ещё

## Вход и выход
sign-in-title = Вход
sign-in-wrong = Неверная почта или пароль.
over-title = Войдите снова
over-about = Сеанс закончился. Черновики сохранены.
sign-out-title = Выйти и оставить это?
sign-out-about = Не отправлено: { $unsent }. Черновиков: { $drafts }. При выходе они удалятся с этого компьютера.
sign-out-stay = Остаться
sign-out-anyway = Удалить и выйти
unreachable-title = Clew не отвечает
unreachable-about = Нет связи с сервером. Черновики сохранены на этом компьютере.
version-ready = Готова новая версия.
version-reload = Обновить сейчас
reconnecting = Восстанавливаем связь.
reconnecting-showing = Восстанавливаем связь. Показано на { $at }.

## Я
me-menu = Доступность и выход:
availability-title = Новые обращения
availability-available = Принимаю обращения
availability-away = Нет на месте

## Настройки
settings-look = Вид
settings-keys = Клавиши
settings-password = Пароль
theme = Тема
theme-system = Как в системе
theme-light = Светлая
theme-dark = Тёмная
density = Строки
density-comfortable = Просторные
density-compact = Плотные
single-keys = Одиночные клавиши
single-keys-about = Одна буква действует вне текстовых полей.
password-current = Текущий пароль
password-new = Новый пароль
password-hint = Не меньше 10 знаков.
password-change = Сменить пароль
password-changed = Пароль изменён. Войдите снова с новым.

## Клавиши
keys-title = Клавиши
keys-show = Показать все клавиши
keys-anywhere = Везде
keys-list = Список
keys-case = Обращение
keys-composer = Письмо
keys-search = Поиск
keys-help = Эта памятка
keys-undo = Отменить последнее действие
keys-fold-list = Свернуть список
keys-fold-context = Свернуть контакт
keys-pane = Следующая область
keys-next = Следующее обращение
keys-previous = Предыдущее обращение
keys-move = Движение по списку
keys-open = Открыть
keys-done-next = Готово и следующее
keys-leave = Выйти из обращения
keys-main = Главная кнопка
keys-bold = Жирный
keys-italic = Курсив
keys-escape = Выйти из поля, черновик останется

## Управление
admin = Управление
admin-people = Люди
admin-teams = Команды
admin-inboxes = Ящики
forgotten = Забыли пароль?
