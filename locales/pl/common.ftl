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
refusal-unknown = Nie udało się. Nic się nie zmieniło.
refusal-unreachable = Brak połączenia. Nic się nie zmieniło.

## Dlaczego kanału nie można użyć
cannot-address-failed = pod ten adres nic już nie dochodzi; wyślij ponownie nieudaną wiadomość, aby spróbować
cannot-attachment-size = plik jest za duży dla tego kanału
cannot-attachments = ten kanał nie przyjmuje plików
cannot-attachments-size = pliki są razem za duże dla tego kanału
cannot-choices = ten kanał przyjmuje mniej opcji do wyboru
cannot-disabled = skrzynka jest wyłączona
cannot-empty = nie ma czego wysłać
cannot-gone = tej skrzynki albo jej kanału już tu nie ma
cannot-marketing = kontakt nie chce tu reklam
cannot-no-address = adres nieznany
cannot-opted-out = kontakt nie chce tu wiadomości; możesz odpowiedzieć, gdy znów tu napisze
cannot-other = teraz nie można go użyć
cannot-quota = limit odpowiedzi wyczerpany, dopóki kontakt nie napisze
cannot-template = operator nie ma już takiego zatwierdzonego szablonu
cannot-window = tylko szablon, dopóki kontakt nie napisze
