# Pisanie: emoji i odpowiedzi, które wyjdą później.

emoji-add = Emoji
emoji-list = Emoji

send-later = Wyślij później
later-no-promise = Odpowiedź z obietnicą wychodzi od razu. Usuń obietnicę, aby wysłać ją później.
later-now = Wyślij teraz
later-cancelled = Odpowiedź nie wyjdzie.
later-contact-wrote = po jej napisaniu przyszła wiadomość od klienta. Przeczytaj ją jeszcze raz i wyślij.
later-colleague-answered = ktoś z zespołu odpowiedział po jej napisaniu.
later-author-left = osoba, która ją napisała, już tu nie odpowiada.
later-case-cancelled = sprawa została zakończona bez odpowiedzi.
delivery-scheduled = Wyjdzie { $at }

new-case = Nowa sprawa

reply-too-long = Wiadomość może mieć do { $limit } znaków; ta ma { $n }. Wyślij ją w częściach albo jako plik.
