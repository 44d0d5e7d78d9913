# Письма: тема и адресаты, что с ними стало, подписи.

## Поле ответа
letter-to = Кому
letter-no-subject = без темы
letter-open = Изменить тему и адресатов
letter-subject = Тема
letter-to-field = Также
letter-cc-field = Копия
letter-bcc-field = Скрытая копия
letter-addresses = Адреса через запятую
letter-no-address = «{ $text }» — не адрес.
letter-place = Вставить { $name } в текст
letter-heavy = Файлы слишком велики для письма: { $bytes }, а можно не больше { $limit }.
letter-doubt-forged = Последнее письмо похоже на подделку: его мог написать кто-то другой. Ответ уйдёт на адрес { $address }.
letter-doubt-guest = Последнее письмо написал гость. Ответ уйдёт на адрес { $address }; гость получит его, только если вы его добавите.
letter-doubt-elsewhere = В последнем письме просят отвечать на адрес в другом домене. Ответ уйдёт на адрес { $address }.
letter-doubt-unproved = За отправителя последнего письма никто не поручился. Не пишите того, что вправе знать только контакт.

## Лента
letter-also-to = Также: { $people }
reader-accepted = доставлено на сервер получателя
reader-deferred = пока нет, пробуем снова
reader-refused = не доставлено
delivery-trying = Пока не доставлено. { $reason } Пробуем до { $at }.
message-in-doubt = Неизвестно, дошло ли: { $reason }

## Управление
