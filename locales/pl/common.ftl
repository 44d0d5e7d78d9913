# Słowa wspólne dla serwera i wszystkich ekranów.

## Długości czasu
span-minutes = { $n } min
span-hours = { $n } godz.
span-days = { $n ->
    [one] { $n } dzień
    [few] { $n } dni
    [many] { $n } dni
   *[other] { $n } dnia
}

## Czynności
assign = Przydziel
back = Wstecz
cancel = Anuluj
close = Zamknij
copy = Kopiuj
copied = Skopiowano.
details = Szczegóły
dismiss = Ukryj
edit = Zmień
loading = Wczytywanie…
more = Więcej
never = nigdy
no-reply-needed = Odpowiedź niepotrzebna
park = Odłóż
reopen = Otwórz ponownie
resolve = Gotowe
save = Zapisz
search = Szukaj
send = Wyślij
settings = Ustawienia
sign-in = Zaloguj się
sign-out = Wyloguj się
take = Biorę
try-again = Spróbuj ponownie
undo = Cofnij
wake = Wybudź teraz

## Ludzie i rzeczy
email = E-mail
language = Język
name = Nazwa
person-name = Imię i nazwisko
password = Hasło
role = Rola
role-admin = Administracja
role-agent = Obsługa
role-supervisor = Nadzór
subject = Temat
teams = Zespoły
workspace = Przestrzeń robocza

## Jak zakończyła się sprawa
outcome-solved = Załatwiona
outcome-unsolved = Niezałatwiona
outcome-withdrawn = Wycofana
outcome-duplicate = Duplikat
outcome-spam = Spam
outcome-no-reply = Brak odpowiedzi

## Wiadomość w drodze
delivery-queued = Czeka
delivery-sending = Wysyłanie
delivery-sent = Wysłano
delivery-delivered = Dostarczono
delivery-read = Przeczytano
delivery-failed = Nie dostarczono
delivery-unknown = Nie wiadomo, czy dotarła
delivery-cancelled = Cofnięto
delivery-not-sent = Nie wysłano
delivery-offline = Wyjdzie po powrocie połączenia

## Dlaczego odmówiono
refusal-answer-is-owed = Kontakt czeka na odpowiedź. Odpowiedz albo obiecaj termin i dopiero odłóż.
refusal-case-is-open = Sprawa jest już otwarta.
refusal-case-is-resolved = Sprawa jest zakończona. Najpierw otwórz ją ponownie.
refusal-case-owes-something = Coś tu jeszcze jesteśmy winni. Odpowiedz albo zaznacz, że odpowiedź jest niepotrzebna.
refusal-conflict = W międzyczasie coś się zmieniło. Zajrzyj jeszcze raz i ponów.
refusal-busy = Serwerowi brakuje miejsca lub oddechu. Nic się nie zmieniło; spróbuj za chwilę.
refusal-file-too-large = Plik jest za duży.
refusal-forbidden = Twoja rola na to nie pozwala. Zwróć się do administratora.
refusal-last-administrator = Ostatniej osoby z administracji nie można zmienić ani wyłączyć.
refusal-not-found = Tego już tu nie ma.
refusal-nothing-is-owed = W tej sprawie nikt nie czeka na odpowiedź.
refusal-past = Wybierz czas w przyszłości.
refusal-promise-range = Takiego terminu nie można obiecać. Wybierz wcześniejszy, w przyszłości.
refusal-rate-limited = Za dużo prób. Odczekaj minutę.
refusal-too-many-holding = Odpowiedź odkładano już dość razy. Odpowiedz albo zapytaj nadzór.
refusal-unknown = Nie udało się. Nic się nie zmieniło.
refusal-unreachable = Brak połączenia. Nic się nie zmieniło.
refusal-which-workspace = Należysz do kilku przestrzeni roboczych. Podaj, do której się logujesz.

## Dlaczego kanału nie można użyć
cannot-address-failed = pod ten adres nic już nie dochodzi; wyślij ponownie nieudaną wiadomość, aby spróbować
cannot-attachment-size = plik jest za duży dla tego kanału
cannot-attachments = ten kanał nie przyjmuje plików
cannot-disabled = skrzynka jest wyłączona
cannot-empty = nie ma czego wysłać
cannot-marketing = kontakt nie chce tu reklam
cannot-no-address = adres nieznany
cannot-opted-out = kontakt nie chce tu wiadomości; możesz odpowiedzieć, gdy znów tu napisze
cannot-other = teraz nie można go użyć
cannot-quota = limit odpowiedzi wyczerpany, dopóki kontakt nie napisze
cannot-template = operator nie ma już takiego zatwierdzonego szablonu
cannot-window = tylko szablon, dopóki kontakt nie napisze
