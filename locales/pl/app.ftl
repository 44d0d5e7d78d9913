# Ekran obsługi.

## Miejsca
place-mine = Mój ruch
place-team = Kolejka zespołu
place-waiting = Czekamy
place-parked = Odłożone
place-resolved = Zakończone
nav-label = Miejsca
nav-me = Ja
skip = Przejdź do sprawy
simulated = Symulacja: nic nie opuszcza tego komputera

## Grupy listy
group-over = Po terminie
group-hour = W ciągu godziny
group-today = Później dziś
group-tomorrow = Jutro
group-later = Później
group-contacts = Kontakty
group-colleagues = Koledzy i koleżanki
group-bots = Boty
group-others = Inni
group-this-day = Dziś
group-day = { $day }

## Lista
list-order = Kolejność listy
order-due = Najbliższy termin
order-waiting = Najdłużej czeka
order-latest = Ostatnia wiadomość
list-summary = { $over ->
    [0] { $hour } w ciągu godziny
   *[other] { $hour ->
        [0] { $over } po terminie
       *[other] { $over } po terminie, { $hour } w ciągu godziny
    }
}
list-moved = { $n ->
    [one] { $n } wiersz do przesunięcia.
    [few] { $n } wiersze do przesunięcia.
    [many] { $n } wierszy do przesunięcia.
   *[other] { $n } wiersza do przesunięcia.
}
list-update = Odśwież
list-failed = Lista się nie wczytała.
empty-mine = Nic nie czeka na Twój ruch. { $waiting ->
    [0] Na nikogo też nie czekamy.
    [one] { $waiting } sprawa czeka na innych.
    [few] { $waiting } sprawy czekają na innych.
    [many] { $waiting } spraw czeka na innych.
   *[other] { $waiting } sprawy czeka na innych.
}
empty-take = Weź z kolejki: { $team } ({ $n })
empty-take-any = Weź następną z kolejek ({ $n })
empty-back = Najbliższa wraca: { $at }.
empty-team = Kolejka jest pusta.
empty-waiting = Na nikogo nie czekamy.
empty-parked = Nic nie jest odłożone.
empty-resolved = Nic jeszcze nie zakończono.
no-case-counts = { $mine ->
    [0] Nic nie czeka na Twój ruch.
    [one] { $mine } sprawa czeka na Twój ruch, z tego w ciągu godziny lub po terminie: { $hour }.
    [few] { $mine } sprawy czekają na Twój ruch, z tego w ciągu godziny lub po terminie: { $hour }.
    [many] { $mine } spraw czeka na Twój ruch, z tego w ciągu godziny lub po terminie: { $hour }.
   *[other] { $mine } sprawy czeka na Twój ruch, z tego w ciągu godziny lub po terminie: { $hour }.
}
no-case-hint = Wybierz sprawę albo naciśnij
no-subject = Bez tematu
row-you = Ty:
row-draft = Szkic:
row-note = Notatka:
row-no-text = Bez tekstu
row-unread = Nieprzeczytana.
chip-not-delivered = Nie dostarczono
chip-back = Wraca z odłożenia
chip-typing = pisze: { $name }

## Terminy
due-by = do { $at }
due-until = do { $at }
due-next = dalej { $at }
due-at = { $at }
due-over = { $span } po terminie

## Czyj ruch
holder-me = Twój ruch
holder-agent = Ruch: { $name }
holder-team = Ruch zespołu
holder-contact = Ruch: { $name }
holder-department = Czekamy na innych w firmie
holder-timer = Odłożona do { $until }
holder-back = Wraca z odłożenia
holder-bot = Odpowiada bot
holder-done = Zakończona
move-answer = odpowiedź do { $at }
move-acknowledge = pierwsze słowo do { $at }
move-finish = dokończ do { $at }
move-promise = obiecano odpowiedź do { $at }
move-delivery = odpowiedź nie dotarła; wyślij inaczej do { $at }
move-consult-answered = jest odpowiedź z firmy; napisz do { $at }
move-team = { $team }, odpowiedź do { $at }
move-shared = otwarta dla całego zespołu ({ $team }), odpowiedź do { $at }
move-nudge = przypomnienie { $at }
move-close = zamknie się { $at }
move-nudge-close = pytanie { $asked }, przypomnienie { $at }, zamknie się { $end }
move-department = termin { $at }
move-parked = { $reason }
move-woken = do sprawdzenia: { $reason }
move-done = { $at }, { $outcome ->
    [solved] załatwiona
    [unsolved] niezałatwiona
    [withdrawn] wycofana
    [duplicate] duplikat
    [spam] spam
    [no_reply] brak odpowiedzi
   *[other] { $outcome }
}
move-left = (za { $span })
move-over = ({ $span } po terminie)
move-waited = czeka { $span }
move-deadlines = Terminy

## Otwarta sprawa
case-header = Sprawa
case-missing = Nie ma takiej sprawy albo nie masz do niej dostępu.
case-failed = Sprawa się nie wczytała.
case-back = Do „Mój ruch”
case-state-open = otwarta
case-state-done = zakończona { $at }
owner-you = Ty
owner-none = jeszcze nikt
presence-viewing = ogląda: { $name }
presence-typing = pisze odpowiedź: { $name }
done-parked = Odłożono do { $until }.
done-woken = Wybudzona: Twój ruch.
done-resolved = #{ $number } zakończona: { $outcome }.
done-reopened = Otwarto ponownie.
done-promise-taken-back = Obietnica została cofnięta.
done-no-reply = Odpowiedź niepotrzebna: ruch po stronie kontaktu.
done-assigned = Przydzielono: { $name }.
done-taken = Sprawa jest Twoja.

## Rozmowa
timeline-label = Rozmowa: { $name }
timeline-empty = Nie ma jeszcze wiadomości.
timeline-failed = Rozmowa się nie wczytała.
timeline-older-failed = Starsze wiadomości się nie wczytały.
timeline-newer = Wczytaj nowsze
timeline-to-end = Do najnowszych
timeline-new = { $n ->
    [one] { $n } nowa wiadomość
    [few] { $n } nowe wiadomości
    [many] { $n } nowych wiadomości
   *[other] { $n } nowej wiadomości
}
timeline-arrived = { $n ->
    [one] { $n } nowa wiadomość: { $name }
    [few] { $n } nowe wiadomości: { $name }
    [many] { $n } nowych wiadomości: { $name }
   *[other] { $n } nowej wiadomości: { $name }
}
timeline-channel = Dalej przez { $channel }
timeline-this-case = Ta sprawa: { $label }
timeline-other-case = { $state ->
    [open] Inna otwarta sprawa: { $label } #{ $number }
   *[other] Wcześniejsza sprawa: { $label } #{ $number }, zakończona
}
timeline-no-case = Poza sprawami
message-label-in = Wiadomość: { $name }, { $at }
message-label-out = Odpowiedź: { $name }, { $at }
message-label-pending = Odpowiedź w drodze
message-no-text = Bez tekstu
message-deleted = Usunięta przez kontakt.
message-edited = zmieniona
message-holding = z obietnicą terminu
message-quote = Zacytuj tę wiadomość
message-reaction = od: { $name }
message-not-sent = Nie wysłano: { $reason }
message-send-again = Wyślij ponownie
message-edit = Popraw i wyślij
message-edit-files = Tekst wrócił do pola odpowiedzi. Nie udało się skopiować wszystkich plików: dołącz brakujące.
reason-unknown = operator nie podał przyczyny.
note-head = Notatka, tylko zespół · { $name }
note-label = Notatka zespołu: { $name }, { $at }
attachment-picture = Obraz { $name }
attachment-download = Pobierz { $name }
attachment-failed = Nie udało się pobrać
attachment-pending = Pobieranie…
attachment-remove = Usuń { $name }
attachment-uploading = Przesyłanie { $name }
attachment-cancel = Anuluj { $name }
content-location = Miejsce
content-contact = Kontakt
content-choice = Wybór
content-template = Szablon { $name }
content-unsupported = Tej wiadomości nie da się tu pokazać.
content-unsupported-about = Rodzaj: { $kind }. Jest w telefonie kontaktu.

## Zdarzenia
event-case-opened = { $by ->
    [person] Otwarcie sprawy: { $actor }
   *[system] Sprawa otwarta
}
event-case-resolved = { $by ->
    [contact] Sprawa zakończona przez kontakt
    [person] Zakończenie sprawy: { $actor }
   *[system] Sprawa zamknęła się sama
}, { $outcome ->
    [solved] załatwiona
    [unsolved] niezałatwiona
    [withdrawn] wycofana
    [duplicate] duplikat
    [spam] spam
    [no_reply] brak odpowiedzi
   *[other] { $outcome }
}
event-case-reopened = { $by ->
    [person] Ponowne otwarcie: { $actor }
   *[system] Otwarta ponownie: kontakt napisał
}
event-case-parked = { $by ->
    [person] Odłożenie: { $actor }, do { $until }
   *[system] Odłożona do { $until }
}. { $reason }
event-case-woken = { $cause ->
    [timer] Wraca z odłożenia, do sprawdzenia: { $reason }
    [contact] Wraca z odłożenia: kontakt napisał
   *[other] Wybudzona: { $reason }
}
event-case-assigned = { $by ->
    [person] Przydział: { $actor } → { $to }
   *[system] Przydział: { $to }
}
event-case-taken = Przejęcie sprawy: { $actor }
event-promise-made = { $by ->
    [person] Obietnica odpowiedzi do { $until }: { $actor }
   *[system] Obiecano odpowiedź do { $until }
}
event-promise-withdrawn = Obietnicę wycofano
event-promise-near = Zbliża się obiecany termin: { $until }
event-no-reply-needed = { $by ->
    [person] Odpowiedź niepotrzebna: { $actor }
   *[system] Odpowiedź niepotrzebna
}
event-reply-undone = { $by ->
    [person] Cofnięta odpowiedź: { $actor }
   *[system] Odpowiedź cofnięto
}
event-delivery-failed = Nie dostarczono: { $reason }
event-reply-lost = Odpowiedź nie została dostarczona
event-nudged = Wysłano przypomnienie
event-subject-changed = { $by ->
    [person] Nowy temat ({ $actor }): { $subject }
   *[system] Temat: { $subject }
}
event-identity-changed = Zmienił się adres kontaktu
event-opted-out = { $scope ->
    [marketing] Kontakt nie chce więcej reklam w tym kanale
   *[everything] Kontakt nie chce więcej wiadomości w tym kanale
}
event-opted-in = { $scope ->
    [marketing] Kontakt znów chce reklam w tym kanale
   *[everything] Kontakt znów chce wiadomości w tym kanale
}
event-consult-opened = Zapytano inny dział
event-consult-closed = Zapytanie do działu zamknięte
event-consult-redirected = Zapytanie przekazano innemu działowi
event-other = { $name }

## Pisanie
composer-reply = Odpowiedź
composer-note = Notatka, tylko zespół
composer-mode = Odpowiedź czy notatka
mode-reply = Odpowiedź
mode-note = Notatka
mode-note-on = NOTATKA: tylko zespół
reply-placeholder = Napisz odpowiedź: { $name }…
note-placeholder = To widzi tylko Twój zespół…
note-who = kontakt nigdy tego nie zobaczy
note-add = Dodaj notatkę
note-no-files = Notatki przyjmują tylko tekst. Niczego nie dołączono.
attach = Dołącz pliki
quote-remove = Bez cytatu
send-and-park = Wyślij i odłóż
send-and-done = Wyślij i zakończ
send-queue = Do kolejki
send-more = Wybierz sposób wysłania
undo-queued = Czeka na połączenie
undo-sending = Wysyłka za { $n } s
undo-sending-to = { $name }: wysyłka za { $n } s
undo-too-late = Już wyszła i nie da się jej cofnąć.
undo-failed = Nie udało się cofnąć. Sprawdź, czy wyszła.
offline-waiting = { $n ->
    [one] Brak połączenia. { $n } wiadomość wyjdzie po jego powrocie.
    [few] Brak połączenia. { $n } wiadomości wyjdą po jego powrocie.
    [many] Brak połączenia. { $n } wiadomości wyjdzie po jego powrocie.
   *[other] Brak połączenia. { $n } wiadomości wyjdzie po jego powrocie.
}
target-title = Odpowiedz przez
target-change = Odpowiedź przez { $line }. Zmień
target-none = Brak kanału do odpowiedzi
target-moved = { $name } pisze teraz tu: { $to }. Twoja odpowiedź pójdzie tędy: { $chosen }.
target-stay = Zostań przy: { $channel }
target-now = Odpowiedź pójdzie tędy: { $line }
target-waits = brak połączenia, wiadomość poczeka
target-unconfirmed = adres niepotwierdzony
target-read = ostatnio odczytano { $ago }
window-open = okno: { $span }
window-closed = tylko szablon
blocked-window = { $name }: od dawna bez wiadomości, więc { $channel } przyjmie teraz tylko zatwierdzony szablon. Zwykły tekst wróci z pierwszą wiadomością.
blocked-reason = Nie można użyć kanału { $channel }: { $reason }.
blocked-other = Odpowiedz przez { $channel }
blocked-note = Napisz notatkę
blocked-done = Ta sprawa jest zakończona. Aby napisać, otwórz ją ponownie. Adresat: { $name }.
blocked-kept = Twój tekst jest zachowany.
template-choose = Wybierz szablon
promise-add = Obiecaj termin
promise-by = Odpowiedź obiecana do
promise-hint = To odpowiedź tymczasowa: dług zostaje, termin jest dotrzymywany.
promise-remove = Bez obietnicy
conflict-newer = Nowsza odpowiedź sprzed { $span }: { $name }. Twoja nie została wysłana.
conflict-show = Pokaż tę odpowiedź
conflict-send = Wyślij mimo to
conflict-keep = Zachowaj jako szkic
a-colleague = ktoś z zespołu

## Odkładanie
park-readable = { $until }
park-wrong-time = Wybierz czas w przyszłości.
wake-in-hours = { $n ->
    [one] Za { $n } godzinę
    [few] Za { $n } godziny
    [many] Za { $n } godzin
   *[other] Za { $n } godziny
}
wake-afternoon = Dziś po południu
wake-tomorrow = Jutro
wake-in-days = Za { $n } dni
wake-monday = W poniedziałek
wake-in-weeks = Za { $n } tygodnie

## Przydział, zakończenie
assign-team = Kolejka zespołu
assign-changed = W międzyczasie zmiana: teraz ma ją { $name }.
assign-changed-at = W międzyczasie zmiana: od { $at } ma ją { $name }.
assign-anyway = Przydziel mimo to

## O kontakcie
context-label = O kontakcie
context-show = Kontakt i sprawa
context-case = Sprawa #{ $number }
context-others = Inne sprawy
context-no-others = To pierwsza sprawa.
contact-name = Imię i nazwisko kontaktu
contact-rename = Zmień imię i nazwisko
contact-since = Znany od { $date }
subject-change = Zmień temat
fact-opened = Otwarta
fact-team = Zespół
fact-owner = Opiekun
fact-answer = Termin odpowiedzi
fact-promise = Obiecano
fact-outcome = Wynik
assurance-confirmed = Potwierdzony
assurance-confirmed-about = tożsamość wykazana
assurance-likely = Prawdopodobny
assurance-likely-about = pisze z tego adresu, tożsamość nieudowodniona
assurance-none = Niezidentyfikowany
assurance-none-about = nic nie mówi, kto to jest
search-more = Pokaż więcej

## Logowanie
sign-in-title = Zaloguj się
sign-in-wrong = E-mail lub hasło się nie zgadza.
over-title = Zaloguj się ponownie
over-about = Sesja wygasła. Szkice są zachowane.
sign-out-title = Wylogować się i zostawić to?
sign-out-about = Niewysłane: { $unsent }. Szkice: { $drafts }. Wylogowanie usunie je z tego komputera.
sign-out-stay = Zostań
sign-out-anyway = Usuń i wyloguj
unreachable-title = Clew nie odpowiada
unreachable-about = Nie ma połączenia z serwerem. Szkice są zachowane na tym komputerze.
version-ready = Nowa wersja jest gotowa.
version-reload = Odśwież teraz
reconnecting = Łączenie ponownie.
reconnecting-showing = Łączenie ponownie. Stan z { $at }.

## Ja
me-menu = Dostępność i wylogowanie:
availability-title = Nowe sprawy
availability-available = Biorę sprawy
availability-away = Poza biurkiem

## Ustawienia
settings-look = Wygląd
settings-keys = Klawisze
settings-password = Hasło
theme = Motyw
theme-system = Jak w systemie
theme-light = Jasny
theme-dark = Ciemny
density = Wiersze
density-comfortable = Wygodne
density-compact = Zwarte
single-keys = Pojedyncze klawisze
single-keys-about = Jedna litera działa poza polami tekstowymi.
password-current = Obecne hasło
password-new = Nowe hasło
password-hint = Co najmniej 10 znaków.
password-change = Zmień hasło
password-changed = Hasło zmienione. Zaloguj się nowym.

## Klawisze
keys-title = Klawisze
keys-show = Pokaż wszystkie klawisze
keys-anywhere = Wszędzie
keys-list = Lista
keys-case = Sprawa
keys-composer = Pisanie
keys-search = Szukaj
keys-help = Ta ściąga
keys-undo = Cofnij ostatnią czynność
keys-fold-list = Zwiń listę
keys-fold-context = Zwiń kontakt
keys-pane = Następna część ekranu
keys-next = Następna sprawa
keys-previous = Poprzednia sprawa
keys-move = Ruch po liście
keys-open = Otwórz
keys-done-next = Gotowe i następna
keys-leave = Opuść sprawę
keys-main = Główny przycisk
keys-bold = Pogrubienie
keys-italic = Kursywa
keys-escape = Opuść pole, szkic zostaje

## Administracja
admin = Administracja
admin-people = Ludzie
admin-teams = Zespoły
admin-inboxes = Skrzynki
forgotten = Nie pamiętasz hasła?
