# Слова, общие для сервера и всех экранов.

## Длительность
span-minutes = { $n } мин
span-hours = { $n } ч
span-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    [many] { $n } дней
   *[other] { $n } дня
}

## Действия
assign = Назначить
back = Назад
cancel = Отмена
close = Закрыть
copy = Копировать
copied = Скопировано.
details = Подробнее
dismiss = Скрыть
edit = Изменить
loading = Загрузка…
more = Ещё
never = никогда
no-reply-needed = Ответ не нужен
park = Отложить
reopen = Открыть снова
resolve = Готово
save = Сохранить
search = Поиск
send = Отправить
settings = Настройки
sign-in = Войти
sign-out = Выйти
take = Беру
try-again = Повторить
undo = Отменить
wake = Разбудить сейчас

## Люди и вещи
email = Эл. почта
language = Язык
name = Название
person-name = Имя
password = Пароль
role = Роль
subject = Тема
teams = Команды
workspace = Рабочее пространство

## Чем закончилось обращение
outcome-solved = Решено
outcome-unsolved = Не решено
outcome-withdrawn = Отозвано
outcome-duplicate = Дубликат
outcome-spam = Спам
outcome-no-reply = Ответа не было

## Сообщение в пути
delivery-queued = Ждёт
delivery-sending = Отправляется
delivery-sent = Отправлено
delivery-delivered = Доставлено
delivery-read = Прочитано
delivery-failed = Не доставлено
delivery-unknown = Неизвестно, дошло ли
delivery-cancelled = Отозвано
delivery-not-sent = Не отправлено
delivery-offline = Уйдёт, когда вернётся связь

## Почему отказано
refusal-unknown = Не получилось. Ничего не изменилось.
refusal-unreachable = Нет связи. Ничего не изменилось.

## Почему канал недоступен
cannot-address-failed = на этот адрес больше ничего не доходит; чтобы попробовать, отправьте неудавшееся ещё раз
cannot-attachment-size = файл слишком велик для этого канала
cannot-attachments = этот канал не принимает файлы
cannot-attachments-size = файлы вместе слишком велики для этого канала
cannot-choices = этот канал принимает меньше вариантов выбора
cannot-disabled = ящик выключен
cannot-empty = нечего отправлять
cannot-gone = этого ящика или его канала здесь больше нет
cannot-marketing = контакт не хочет здесь рекламы
cannot-no-address = адрес неизвестен
cannot-opted-out = контакт не хочет сообщений здесь; ответить можно, когда он снова сюда напишет
cannot-other = сейчас им нельзя воспользоваться
cannot-quota = ответы исчерпаны, пока контакт не напишет
cannot-template = у провайдера больше нет такого одобренного шаблона
cannot-window = только шаблон, пока контакт не напишет
