event-contacts-merged = { $who } — тот же человек: теперь это один контакт
event-contacts-parted = Снова два контакта: это не один и тот же человек
contact-page = Страница контакта
refusal-identity-not-confirmed = Сначала подтвердите, кто это: до тех пор данные скрыты.
refusal-message-on-its-way = Обоим контактам сейчас отправляется сообщение. Повторите через мгновение.
