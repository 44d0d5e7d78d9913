# The contact is in the web chat of a site just now.
guest-online = Сейчас в чате
guest-typing = Пишет…
guest-away-mailed = сейчас не в чате, копия уйдёт по почте
guest-away-pushed = сейчас не в чате, придёт уведомление
guest-away-waits = сейчас не в чате, ответ подождёт
# Как ответ дошёл до того, кто вышел из чата.
reached-pushed = уведомление отправлено
reached-mailed = отправлено по почте: собеседник ушёл
reached-waits = ждёт: адрес не оставлен
reached-failed = не удалось отправить по почте; ждёт в чате
event-contact-erased = Данные удалены по просьбе контакта
event-identity-proven = Контакт подтвердил адрес { $address }
# Посетитель чата, который не назвал имени.
visitor-nameless = Гость { $code }
