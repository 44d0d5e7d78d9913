# Strona kontaktu i to, kto może być tą samą osobą.

contact-missing = Nie ma takiego kontaktu.
contact-failed = Nie udało się wczytać kontaktu.
contact-nameless = Bez nazwy

## Identities
identities = Adresy
identity-confirmed-by = Potwierdzenie: { $name }, { $at }: { $how }
identity-opted-out = { $scope ->
    [marketing] Nie chce tu reklam
   *[everything] Nie chce tu wiadomości
}
identity-failed = Nic tu nie dociera od { $at }: { $reason }
identity-write-again = Pisz tu znowu
claim-about = Podany na czacie, niepotwierdzony
confirm-other-way = Sprawdzono inaczej
confirm-undo = Cofnij
confirm-title = Potwierdź, kto to jest
confirm-about = Adres { $address } będzie uznany za udowodniony. Zakryte dane będzie można pokazać, a kto udowodnił ten sam adres, stanie się tym samym kontaktem.
confirm-how = W jaki sposób to sprawdzono?
confirm-do = Potwierdź
identity-proven-by-link = Potwierdzony przez kontakt, { $at }, linkiem (wysyłający: { $name })
ask-link = Wyślij link do potwierdzenia
ask-code = Wyślij kod do potwierdzenia
ask-link-sent = Link jednorazowy jest w drodze: { $address }. Dane odkryją się po potwierdzeniu.
ask-code-sent = Sześć cyfr wysłano na adres { $address }. Dane odkryją się, gdy zostaną wpisane w czacie.
ask-enough = Prośba o potwierdzenie była już wysłana dość razy. Odczekaj albo sprawdź inaczej.
covered-label = Zakryte dane
covered-until = Dane są zakryte, dopóki nie wiemy, kto to jest:

## Fields
fields = Dane
fields-none = Jeszcze nic nie zapisano.
field-add = Dodaj pole
field-edit = Zmień pole
field-edit-name = Zmień: { $name }
field-value = Wartość
field-value-covered = Zostaw puste, aby nic nie zmieniać.
field-sensitive = Wrażliwa: zakryta, dopóki nie wiemy, kto pisze
field-remove = Usuń
field-show = Pokaż: { $name }
field-hide = Zakryj: { $name }
field-covered = Zakryte
field-locked = Zakryte do czasu potwierdzenia adresu.
field-shown = Ostatnio widziane przez: { $name }, { $at }
kinds-choose = Dla wszystkich kontaktów
kinds-title = Dane każdego kontaktu
kinds-about = Ma je każdy kontakt, choćby puste. Wartość, którą kontakt już ma, zostaje, gdy pole zostanie tu usunięte.
kinds-name = Nazwa pola { $n }
kinds-sensitive = Wrażliwa
kinds-remove = Usuń: { $name }

## Consents
consents = Zgody
consent-none = Brak informacji.
consent-record = Zapisz
consent-record-for = Zapisz: { $purpose }
consent-about = Co powiedział kontakt i skąd to wiemy. Wcześniejsze wpisy zostają.
consent-word = Kontakt
consent-gives = zgadza się
consent-withdraws = już się nie zgadza
consent-everywhere = Każdy kanał
consent-how = W jaki sposób to powiedziano?
consent-given = Udzielona
consent-withdrawn = Cofnięta
consent-line = { $where } · { $at } · { $how } · { $name }
consent-line-provider = { $where } · { $at } · powiedziane dostawcy
consent-line-own = { $where } · { $at } · kontakt napisał: { $how }
consent-history = { $n ->
    [one] { $n } wpis
    [few] { $n } wpisy
    [many] { $n } wpisów
   *[other] { $n } wpisu
    }
purpose-service = Wiadomości o sprawach
purpose-marketing = Oferty i nowości
purpose-surveys = Ankiety
purpose-recording = Nagrywanie rozmów

## Cases
contact-cases = Sprawy
contact-cases-find = Znajdź w sprawach
contact-cases-none = Żadna sprawa nie pasuje.
contact-cases-more = Pokaż więcej

## Joining
merges = Połączone kontakty
merges-none = Z tym kontaktem nikogo nie połączono.
merge-other = Połącz z innym
merge-by = Połączenie: { $name }, { $at }
merge-by-rule = Połączenie według reguły, { $at }
merge-undone = Rozdzielenie: { $name }, { $at }
merge-undo = Cofnij
merge-title = Ta sama osoba?
merge-about = Dwa kontakty staną się jednym. Oto, co się stanie.
merge-stays = zostaje
merge-joins = staje się jego częścią
merge-cases = { $n ->
    [one] { $n } sprawa
    [few] { $n } sprawy
    [many] { $n } spraw
   *[other] { $n } sprawy
    }
merge-what-timeline = Obie rozmowy staną się jedną osią czasu, w kolejności zdarzeń.
merge-what-replies = Każdy adres pozostaje sobą: odpowiedź idzie tam, dokąd była skierowana.
merge-what-fields = Gdzie oba kontakty mają wartość, pokazywana jest ta z kontaktu, który zostaje: { $fields }.
merge-what-undo = Można to cofnąć w każdej chwili; każdy odzyska wtedy swoje, a to, co przyszło później, pójdzie za adresem, z którego przyszło.
merge-reason = Dlaczego (do zapisu)
merge-do = Ta sama osoba
merge-who = Z kim połączyć
merge-found = { $n ->
    [one] Znaleziono { $n } kontakt
    [few] Znaleziono { $n } kontakty
    [many] Znaleziono { $n } kontaktów
   *[other] Znaleziono { $n } kontaktu
    }
joined-done = Teraz to jeden kontakt, razem z: { $name }
parted-done = Znów dwa kontakty.
dismissed-done = To nie ta sama osoba: { $name }

## Suggestions
suggestion-label = Może ta sama osoba
suggestion-who = Prawdopodobnie ta sama osoba:
suggestion-conflict = Każdy z kontaktów ma własną potwierdzoną tożsamość; sprawdź dokładnie.
suggestion-same = Ta sama osoba
suggestion-not-same = Nie ta sama
suggestion-more = { $n ->
    [one] Jeszcze { $n } kontakt może być tą samą osobą
    [few] Jeszcze { $n } kontakty mogą być tą samą osobą
    [many] Jeszcze { $n } kontaktów może być tą samą osobą
   *[other] Jeszcze { $n } kontaktu może być tą samą osobą
    }
because-same-verified = { $known ->
    [no] bo oba kontakty udowodniły ten sam adres
   *[yes] bo oba kontakty udowodniły adres { $address }
    }
because-same-phone = { $known ->
    [no] bo oba piszą z tego samego numeru
   *[yes] bo oba piszą z numeru { $address }
    }
because-same-email = { $known ->
    [no] bo oba piszą z tego samego adresu e-mail
   *[yes] bo oba piszą z adresu { $address }
    }
because-same-phone-claimed = { $known ->
    [no] bo jeden podał numer drugiego; to nie jest udowodnione
   *[yes] bo jeden podał numer { $address } drugiego; to nie jest udowodnione
    }
because-same-email-claimed = { $known ->
    [no] bo jeden podał adres e-mail drugiego; to nie jest udowodnione
   *[yes] bo jeden podał adres { $address } drugiego; to nie jest udowodnione
    }
because-same-account = { $known ->
    [no] bo według dostawcy to jedno konto
   *[yes] bo według dostawcy { $address } to jedno konto
    }
