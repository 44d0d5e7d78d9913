# Pisanie: emoji i odpowiedzi, które wyjdą później.

emoji-add = Emoji
emoji-list = Emoji

send-later = Wyślij później
later-about = Wyjdzie sama, chyba że wcześniej { $name } napisze albo ktoś z zespołu odpowie. Do tego czasu odpowiedź się nie liczy.
later-when = Kiedy
later-typed = Albo wpisz: jutro 9, pt 14:30, za 3 godziny
later-late = Odpowiedź jest należna { $due }; ta wyjdzie później.
later-shut = Ten kanał przyjmie taką odpowiedź do { $until }. Potem by nie wyszła.
later-no-promise = Odpowiedź z obietnicą wychodzi od razu. Usuń obietnicę, aby wysłać ją później.
later-now = Wyślij teraz
later-cancelled = Odpowiedź nie wyjdzie.
later-contact-wrote = po jej napisaniu przyszła wiadomość od klienta. Przeczytaj ją jeszcze raz i wyślij.
later-colleague-answered = ktoś z zespołu odpowiedział po jej napisaniu.
later-author-left = osoba, która ją napisała, już tu nie odpowiada.
later-case-cancelled = sprawa została zakończona bez odpowiedzi.
delivery-scheduled = Wyjdzie { $at }

new-case = Nowa sprawa
new-case-about = Najpierw znajdź kontakt.
new-case-with = Kontakt: { $name }. Będzie Twoja; dopóki nie napiszesz, nikt się o niej nie dowie.
new-case-who = Kogo dotyczy?
new-case-subject = Temat
new-case-other = Ktoś inny
new-case-found = { $n ->
    [one] Znaleziono jeden kontakt
    [few] Znaleziono { $n } kontakty
    [many] Znaleziono { $n } kontaktów
   *[other] Znaleziono { $n } kontaktu
}
