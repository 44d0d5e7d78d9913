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
delivery-trying = Jeszcze nie dostarczono. { $reason } Próbujemy do { $at }.
message-in-doubt = Nie wiadomo, czy dotarło: { $reason }

## Administracja
