event-contacts-merged = { $who } to ta sama osoba: to teraz jeden kontakt
event-contacts-parted = Znów dwa kontakty: to nie ta sama osoba
contact-page = Strona kontaktu
