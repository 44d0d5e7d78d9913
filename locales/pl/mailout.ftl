# Listy: temat i odbiorcy, co się z nimi stało, podpisy.

## Pole odpowiedzi
letter-to = Do
letter-no-subject = bez tematu
letter-open = Zmień temat i odbiorców
letter-subject = Temat
letter-to-field = Także do
letter-cc-field = DW
letter-bcc-field = UDW
letter-addresses = Adresy, po przecinku
letter-no-address = „{ $text }” to nie jest adres.
letter-place = Wstaw { $name } do tekstu
letter-heavy = Pliki są za duże na e-mail: { $bytes } z najwyżej { $limit }.
letter-doubt-forged = Ostatni list wygląda na podrobiony: mógł go napisać ktoś inny. Odpowiedź trafi na adres { $address }.
letter-doubt-guest = Ostatni list napisał gość. Odpowiedź trafi na adres { $address }; gość dostanie ją tylko wtedy, gdy go dodasz.
letter-doubt-elsewhere = Ostatni list prosi o odpowiedź pod adresem w innej domenie. Odpowiedź trafi na adres { $address }.
letter-doubt-unproved = Nikt nie poręczył za nadawcę ostatniego listu. Nie pisz niczego, co wolno znać tylko kontaktowi.

## Oś czasu
letter-also-to = Także do: { $people }
reader-accepted = dostarczono na serwer odbiorcy
reader-deferred = jeszcze nie, próbujemy dalej
reader-refused = nie dostarczono
delivery-trying = Jeszcze nie dostarczono: { $reason }. Próbujemy do { $at }.
message-in-doubt = Nie wiadomo, czy dotarło: { $reason }

## Administracja
admin-undelivered = Niedostarczone
admin-undelivered-about = Odpowiedzi, które nie dotarły, lub takie, o których nic nie wiadomo. W razie wątpliwości maszyna nigdy nie wysyła ponownie.
undelivered-show = Pokaż
undelivered-lost = Nieudane i niepewne
undelivered-failed = Nieudane
undelivered-unknown = Niepewne
undelivered-queued = Oczekujące na wysłanie
undelivered-none = Nic tu nie ma. Wszystkie odpowiedzi dotarły.
undelivered-case = Sprawa
undelivered-said = Odpowiedź
undelivered-why = Dlaczego
undelivered-again-said = Wysyłamy ponownie.
teams-signature = Podpis w e-mailach
teams-signature-about = Stoi pod każdym e-mailem tego zespołu. {"{agent}"} i {"{team}"} oznaczają nazwy.
teams-reminder = Przypomnienie
teams-reminder-about = Kontakt, który przez dzień nie odpowiada, zostanie tymi słowami zapytany jeszcze raz. Puste: nic nie zostanie wysłane.
teams-farewell = Pożegnanie
teams-farewell-about = Wysyłane, gdy sprawa kończy się, bo kontakt nie odpowiadał przez trzy dni. Puste: nic nie zostanie wysłane.
