# The administration; read by those who come to it.

admin-people-about = Kto tu pracuje, w jakich zespołach i co może.
admin-teams-about = Zespół ma wspólną kolejkę i wspólną obietnicę, jak szybko odpowiada.
admin-inboxes-about = Skrzynka to jeden numer lub jedna skrzynka pocztowa. Jej stan to ostatnie słowo operatora.
admin-quarantine = Kwarantanna
admin-quarantine-about = Czego nie dało się odczytać, czeka tu w oryginale. Odtwórz, gdy przyczyna zniknie.
people-edit = Zmień dane osoby
people-now = Teraz
people-disable = Bez prawa logowania
people-disabled = Konto wyłączone
teams-add = Dodaj zespół
teams-taken = Inny zespół ma już tę nazwę.
teams-edit = Zmień zespół
teams-first = Pierwsza odpowiedź
teams-next = Kolejne odpowiedzi
teams-first-minutes = Pierwsza odpowiedź, minuty
teams-next-minutes = Kolejne odpowiedzi, minuty
teams-minutes-about = Liczone w godzinach pracy zespołu.
teams-members = Ludzie
teams-nobody = jeszcze nikt
inboxes-no-team = bez zespołu
inboxes-webhook = Webhook
health-green = Działa
health-amber = Wymaga uwagi
health-red = Nie działa
health-received = Ostatnio odebrano
health-sent = Ostatnio wysłano
health-error = Ostatni błąd
health-queued = Czeka na wysłanie
quarantine-none = Nic nie jest wstrzymane. Wszystko, co przyszło, dało się odczytać.
quarantine-received = Odebrano
quarantine-inbox = Skrzynka
quarantine-reason = Dlaczego
quarantine-replay = Odtwórz
quarantine-replayed = Odtworzono.
quarantine-preview = { $size }, próby: { $attempts }

## Inboxes
inboxes-none = Nie ma jeszcze skrzynki. Dodaj pierwszą: numer, skrzynkę pocztową albo czat na stronie.
inboxes-add = Dodaj skrzynkę
inboxes-add-of = Dodaj skrzynkę: { $channel }
inboxes-which-channel = Gdzie do Ciebie piszą?
inboxes-name-about = Tak widzą ją współpracownicy.
inboxes-team = Zespół
inboxes-team-about = Do jej kolejki trafiają nowe sprawy.
inboxes-secret-set = ustawione; puste pole zostawia bez zmian
inboxes-make-up = Wymyśl
inboxes-wrong-missing = To pole jest wymagane.
inboxes-wrong-unfit = To nie wygląda poprawnie.
inboxes-wrong-unknown = Ten kanał nie ma takiego ustawienia.
inboxes-saved = Skrzynka zapisana. Sprawdź połączenie.
inboxes-paused = Wstrzymana
inboxes-paused-about = Odpowiedzi czekają, poczta nie jest czytana. Co przychodzi samo, jest przyjmowane.
inboxes-pause = Wstrzymaj
inboxes-resume = Wznów
inboxes-archived = { $n ->
    [one] { $n } skrzynka w archiwum
    [few] { $n } skrzynki w archiwum
    [many] { $n } skrzynek w archiwum
   *[other] { $n } skrzynki w archiwum
}
inboxes-webhook-about = Skopiuj adres do dostawcy; wywołuje go przy każdej wiadomości.
inboxes-verify-token = Token weryfikacji
inboxes-check = Sprawdź połączenie
inboxes-checking = Sprawdzanie…
health-shown = Ostatnio na stronie
optional = opcjonalne
show = Pokaż
hide = Ukryj
connection-provider = Dostawca
connection-outgoing = Poczta wychodząca
connection-incoming = Poczta przychodząca
connection-site = Twoja strona
connection-connected = działa
connection-misconfigured = odmawia
connection-unavailable = brak odpowiedzi
connection-site-silent = nie pokazuje czatu
connection-todo-provider = Porównaj numer i token z tym, co pokazuje dostawca, zapisz i sprawdź ponownie.
connection-todo-mail = Porównaj serwer, użytkownika i hasło ze stroną dostawcy poczty; wielu wymaga hasła aplikacji.
connection-todo-site = Wpisz stronę w sekcji Czat, wklej linijkę na jej strony, otwórz jedną z nich i czat.
connection-todo-forbidden = Tego adresu nie wolno wywoływać. Dozwolone hosty prywatne ustala operator serwera.
connection-todo-unavailable = Porównaj adres i port i sprawdź ponownie za minutę. Nic nie zostało zmienione.
trial-send = Wyślij mi test
trial-to-email = Twój adres e-mail
trial-to-phone = Twój numer z prefiksem kraju
trial-about = Wychodzi tak jak odpowiedzi. Nie powstaje z tego ani sprawa, ani kontakt.
trial-do = Wyślij
trial-sending = Wysyłanie…
trial-accepted = Dostawca przyjął wiadomość do { $to }. Sprawdź tam teraz.
trial-refused = Odmowa dla { $to }
trial-misconfigured = Dostawca nie pozwala tej skrzynce wysyłać
trial-unavailable = Wiadomość nie wyszła; spróbuj ponownie za minutę
trial-unknown = Nie wiadomo, czy wyszła; sprawdź { $to }
trial-template = Jako zatwierdzony szablon „{ $template }”.
trial-windowed = { $channel } doręcza zwykły tekst tylko na numery, z których w ciągu ostatnich 24 godzin napisano do tej skrzynki. Jeśli nic nie przyjdzie, napisz do niej z telefonu i spróbuj ponownie.
history = Historia
reach-archive = Zarchiwizować? { $name }
reach-tag-cases = { $n ->
    [one] { $n } otwarta sprawa ma tę etykietę i ją zachowa. Żadna inna już jej nie dostanie.
    [few] { $n } otwarte sprawy mają tę etykietę i ją zachowają. Żadna inna już jej nie dostanie.
    [many] { $n } otwartych spraw ma tę etykietę i ją zachowa. Żadna inna już jej nie dostanie.
   *[other] { $n } otwartej sprawy ma tę etykietę i ją zachowa. Żadna inna już jej nie dostanie.
}
reach-tag-views = { $n ->
    [one] { $n } zapisany widok o nią pyta i nadal znajdzie sprawy, które ją mają.
    [few] { $n } zapisane widoki o nią pytają i nadal znajdą sprawy, które ją mają.
    [many] { $n } zapisanych widoków o nią pyta i nadal znajdzie sprawy, które ją mają.
   *[other] { $n } zapisanego widoku o nią pyta i nadal znajdzie sprawy, które ją mają.
}
reach-inbox-cases = { $n ->
    [one] { $n } otwarta sprawa dotyczy kontaktu, który pisał do tej skrzynki. Zarchiwizowana nie przyjmie od niego nic więcej.
    [few] { $n } otwarte sprawy dotyczą kontaktów, które pisały do tej skrzynki. Zarchiwizowana nie przyjmie od nich nic więcej.
    [many] { $n } otwartych spraw dotyczy kontaktów, które pisały do tej skrzynki. Zarchiwizowana nie przyjmie od nich nic więcej.
   *[other] { $n } otwartej sprawy dotyczy kontaktów, które pisały do tej skrzynki. Zarchiwizowana nie przyjmie od nich nic więcej.
}
reach-move = { $n ->
    [one] Nowe sprawy trafią do: { $team }. { $n } otwarta sprawa kontaktu, który tu pisał, zostaje tam, gdzie jest.
    [few] Nowe sprawy trafią do: { $team }. { $n } otwarte sprawy kontaktów, które tu pisały, zostają tam, gdzie są.
    [many] Nowe sprawy trafią do: { $team }. { $n } otwartych spraw kontaktów, które tu pisały, zostaje tam, gdzie są.
   *[other] Nowe sprawy trafią do: { $team }. { $n } otwartej sprawy kontaktów, które tu pisały, zostaje tam, gdzie są.
}

## People
people-add = Zaproś osobę
people-invite = Zaproś
people-name-about = Tak widzą je kontakty: na czacie i w listach, których podpis wymienia piszącego.
people-email-about = Tam trafi zaproszenie; hasło ustawia sama osoba.
people-invited = Zaproszenie wysłane
people-invitation-over = Zaproszenie wygasło
people-until = do { $at }
people-invite-again = Zaproś ponownie
people-reset = Nowe hasło
people-revoke = Cofnij
people-heir = { $n ->
    [one] { $n } otwarta sprawa przechodzi do
    [few] { $n } otwarte sprawy przechodzą do
    [many] { $n } otwartych spraw przechodzi do
   *[other] { $n } otwartej sprawy przechodzi do
}
people-heir-queue = kolejki zespołu
link = Link
link-title = Link dla: { $name }
link-about = Ten serwer nie wysyła poczty. Przekaż link samodzielnie; widać go tylko raz.
link-until = Działa raz, do { $at }.
link-done = Link skopiowany
link-mailed = Link jest w drodze: { $address }.
link-revoked = Zaproszenie cofnięte.

## Business hours
admin-hours = Godziny pracy
admin-hours-about = Kiedy czas się liczy. Obietnica dwóch godzin złożona przed zamknięciem mija następnego ranka; święta liczą się jak noce.
hours-add = Dodaj godziny pracy
hours-edit = Zmień godziny pracy
hours-none = Nie ma jeszcze godzin pracy.
hours-zone = Strefa czasowa
hours-week = Co tydzień
hours-week-about = 00:00 na końcu to północ. Noc zapisuje się w dwóch dniach: do północy i od północy.
hours-closed = zamknięte
hours-from = { $day }: od
hours-to = { $day }: do
hours-add-span = { $day }: dodaj godziny
hours-remove = { $day }: usuń te godziny
hours-like-monday = Do piątku tak samo
hours-unused = Żaden zespół nie używa tych godzin.
hours-from-now = Dotyczy tego, co przyjdzie od teraz. Wyznaczone już terminy się nie zmieniają.
holidays = Święta i dni szczególne
holidays-about = Zastępują godziny swojego dnia tygodnia.
holidays-first = Dzień
holidays-last = do (dla kilku dni)
holidays-add = Dodaj jako wolne
holidays-paste = Wklej listę albo plik kalendarza
holidays-paste-about = Jedna data lub zakres w wierszu albo cała zawartość pliku .ics ze świętami.
holidays-added = { $n ->
    [one] Dodano { $n } dzień.
    [few] Dodano { $n } dni.
    [many] Dodano { $n } dni.
   *[other] Dodano { $n } dnia.
}
holidays-none-coming = Nie ma nadchodzących dni szczególnych.
holidays-coming = { $n ->
    [one] { $n } dzień szczególny przed nami.
    [few] { $n } dni szczególne przed nami.
    [many] { $n } dni szczególnych przed nami.
   *[other] { $n } dnia szczególnego przed nami.
}
holidays-past = { $n ->
    [one] Pokaż { $n } miniony dzień
    [few] Pokaż { $n } minione dni
    [many] Pokaż { $n } minionych dni
   *[other] Pokaż { $n } minionego dnia
}
holidays-remove = { $day }: jak zwykle
holidays-usual = Jak zwykle
holidays-unread = { $n ->
    [one] Nie udało się odczytać tego wiersza. Zapisz datę tak: 2026-12-24.
    [few] Nie udało się odczytać tych { $n } wierszy. Zapisz daty tak: 2026-12-24.
    [many] Nie udało się odczytać tych { $n } wierszy. Zapisz daty tak: 2026-12-24.
   *[other] Nie udało się odczytać tych { $n } wierszy. Zapisz daty tak: 2026-12-24.
}
outlook-open = Teraz otwarte.
outlook-closed = Teraz zamknięte, otwarcie: { $at }.
outlook-due = Kto napisze teraz, ma dostać pierwszą odpowiedź do: { $first }, a kolejną do: { $next }.

## Hours, what is wrong
hours-wrong-never = Przynajmniej jeden dzień tygodnia musi być otwarty.
hours-wrong-span = Te godziny się nakładają albo kończą przed początkiem.

## Tokens
admin-tokens = Programy
admin-tokens-about = Które programy korzystają z tej przestrzeni przez token i w czyim imieniu. Unieważnienie tokenu od razu odcina program.
tokens-none = Żaden program nie ma tokenu. Operator serwera tworzy go poleceniem
tokens-what = Do czego
tokens-who = W imieniu
tokens-revoke = Unieważnij
tokens-revoked = Token unieważniony.

admin-tags-about = Słowa, według których porządkuje się sprawy. Niepotrzebną etykietę się archiwizuje: sprawy ją zachowują, ale nie można jej już nadać.
admin-canned-about = Odpowiedzi napisane zawczasu. Agent wpisuje / na początku wiersza, żeby je znaleźć; to, co w nawiasach klamrowych, uzupełnia się danymi sprawy.
canned-edit = Zmień gotową odpowiedź
canned-shortcut-about = Jedno słowo. Wpisane po / w odpowiedzi znajduje ten tekst.
canned-text = Treść
canned-variables = Wstaw to, co wiadomo o sprawie
canned-preview = Jak to będzie brzmiało
canned-sample-subject = Zwrot pieniędzy
tags-edit = Zmień etykietę
color-slate = Szary
color-red = Czerwony
color-amber = Bursztynowy
color-green = Zielony
color-teal = Morski
color-blue = Niebieski
color-violet = Fioletowy
color-pink = Różowy
canned-add = Dodaj gotową odpowiedź
canned-title = Tytuł
canned-shortcut = Skrót
canned-who = Kto ją widzi
canned-everybody = Wszyscy
canned-any-language = Dowolny język
mail-quarantined = Nadeszło, ale nie dało się odczytać
mail-quarantined-kept = Zachowane w postaci otrzymanej
mail-quarantined-open = Otwórz oryginał
teams-signature = Podpis w e-mailach
teams-signature-about = Stoi pod każdym e-mailem tego zespołu. {"{agent}"} i {"{team}"} oznaczają nazwy.
teams-reminder = Przypomnienie
teams-reminder-about = Kontakt, który przez dzień nie odpowiada, zostanie tymi słowami zapytany jeszcze raz. Puste: nic nie zostanie wysłane.
teams-farewell = Pożegnanie
teams-farewell-about = Wysyłane, gdy sprawa kończy się, bo kontakt nie odpowiadał przez trzy dni. Puste: nic nie zostanie wysłane.
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
role-admin = Administracja
role-agent = Obsługa
role-supervisor = Nadzór
