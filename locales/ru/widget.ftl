# Окно чата на странице сайта, каким его читают контакты.

## Кнопка и окно
launcher = Написать нам
close-window = Закрыть чат
frame-title = Чат: { $name }
minimise = Закрыть
menu = Меню
back = Вернуться в чат
log-label = Сообщения
greeting = Здравствуйте! Чем мы можем помочь?
unread = { $n ->
    [one] { $n } новое сообщение
    [few] { $n } новых сообщения
    [many] { $n } новых сообщений
   *[other] { $n } нового сообщения
}
to-newest = К последнему сообщению
simulated = Симуляция: ничто не покидает этот компьютер

## Когда придёт ответ
state-online = Мы на связи.
state-away = Сейчас никого нет на месте.
state-closed = Сейчас мы закрыты.
answer-soon = Ответ придёт в течение нескольких минут.
answer-today = Ответим сегодня до { $at }.
answer-tomorrow = Ответим завтра до { $at }.
answer-day = Ответим до: { $at }.
answers-today = { $name }: ответ сегодня до { $at }.
answers-tomorrow = { $name }: ответ завтра до { $at }.
answers-day = { $name }: ответ до { $at }.
close-mail = Это окно можно закрыть: ответ придёт и на { $address }.
close-push = Это окно можно закрыть: об ответе придёт уведомление.
answer-unknown = Пишите в любое время: мы отвечаем на каждое сообщение.
talking-with = С вами говорит: { $name }
solved = Вопрос решён, спасибо
solved-thanks = Спасибо. Пишите сюда, если мы снова понадобимся.
typing = { $name } пишет…
typing-someone = Вам пишут…

## Сообщения
today = Сегодня
yesterday = Вчера
you = Вы
system = Автоматическое сообщение
sent = Отправлено
sending = Отправка…
queued = Ожидает отправки
queued-many = Отсюда пришло слишком много сразу. Сообщение отправится само, чуть позже.
read = Прочитано
not-sent = Не отправлено
edited = изменено
removed = Это сообщение удалено.
on-channel = { $key ->
    [email] по эл. почте
    [voice] по телефону
   *[other] через: { $channel }
}
earlier = Более ранние сообщения
earlier-failed = Ранние сообщения не загрузились. Попробовать ещё раз
actions = Ответить или отреагировать
replying = Ответ для: { $name }
cancel-reply = Не отвечать на это сообщение
send-again = Отправить ещё раз
discard = Удалить
file-waits = проверяется
file-blocked = Этот файл нельзя принять.

## Письмо
write = Напишите сообщение…
send = Отправить
attach = Приложить файл (до { $size })
camera = Сделать фото
drop = Отпустите файлы здесь
file-too-large = { $name }: { $size }. Размер файла может быть до { $limit }.
text-too-long = В сообщении может быть до { $limit } знаков; в этом — { $n }.
file-empty = Файл { $name } пуст.
file-too-many = { $n ->
    [one] В сообщении может быть { $n } файл.
    [few] В сообщении может быть { $n } файла.
    [many] В сообщении может быть { $n } файлов.
   *[other] В сообщении может быть { $n } файла.
}
file-failed = Не удалось загрузить: { $name }.
file-remove = Убрать { $name }
uploading = Загрузка: { $name }

## Когда что-то мешает
offline = Нет сети. Написанное сохранится и будет отправлено позже.
waiting = { $n ->
    [one] Ждёт { $n } сообщение.
    [few] Ждут { $n } сообщения.
    [many] Ждут { $n } сообщений.
   *[other] Ждут { $n } сообщения.
}
reconnecting = Восстанавливаем связь…
refused-origin = Этот чат нельзя показать на этой странице.
refused-verified = Чтобы написать нам, войдите на этот сайт.
refused-missing = Этот чат недоступен.
refused-other = Чат сейчас недоступен.
went-wrong = Не получилось. Попробуйте ещё раз.
too-many = Слишком много за раз. Подождите минуту.

## The preview for administrators
preview-question = Синий чайник ещё есть?
preview-answer = Да, есть три.
