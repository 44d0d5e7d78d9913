event-contacts-merged = { $who } to ta sama osoba: to teraz jeden kontakt
event-contacts-parted = Znów dwa kontakty: to nie ta sama osoba
contact-page = Strona kontaktu
refusal-identity-not-confirmed = Najpierw potwierdź, kto to jest: do tego czasu dane pozostają zakryte.
refusal-message-on-its-way = Do obu kontaktów właśnie wysyłana jest wiadomość. Spróbuj za chwilę.
