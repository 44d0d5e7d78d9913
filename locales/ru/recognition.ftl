event-contacts-merged = { $who } — тот же человек: теперь это один контакт
event-contacts-parted = Снова два контакта: это не один и тот же человек
contact-page = Страница контакта
