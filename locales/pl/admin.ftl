# The administration; read by those who come to it.

admin-people-about = Kto tu pracuje, w jakich zespołach i co może.
admin-teams-about = Zespół ma wspólną kolejkę i wspólną obietnicę, jak szybko odpowiada.
admin-inboxes-about = Skrzynka to jeden numer lub jedna skrzynka pocztowa. Jej stan to ostatnie słowo operatora.
admin-quarantine = Kwarantanna
admin-quarantine-about = Czego nie dało się odczytać, czeka tu w oryginale. Odtwórz, gdy przyczyna zniknie.
people-add = Dodaj osobę
people-edit = Zmień dane osoby
people-now = Teraz
people-disable = Bez prawa logowania
people-disabled = Konto wyłączone
people-new-password = Nowe hasło
people-password-keep = Puste pole zostawia stare hasło.
teams-add = Dodaj zespół
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
inboxes-busy = { $n ->
    [one] W tej skrzynce czeka jeszcze { $n } odpowiedź. Poczekaj, aż wyjdzie, albo wstrzymaj skrzynkę.
    [few] W tej skrzynce czekają jeszcze { $n } odpowiedzi. Poczekaj, aż wyjdą, albo wstrzymaj skrzynkę.
    [many] W tej skrzynce czeka jeszcze { $n } odpowiedzi. Poczekaj, aż wyjdą, albo wstrzymaj skrzynkę.
   *[other] W tej skrzynce czeka jeszcze { $n } odpowiedzi. Poczekaj, aż wyjdą, albo wstrzymaj skrzynkę.
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
connection-todo-provider = Porównaj numer i token z tym, co pokazuje dostawca, zapisz i sprawdź ponownie.
connection-todo-mail = Porównaj serwer, użytkownika i hasło ze stroną dostawcy poczty; wielu wymaga hasła aplikacji.
connection-todo-site = Wpisz stronę w sekcji Czat, wklej linijkę na jej strony, otwórz jedną z nich i czat.
connection-todo-forbidden = Tego adresu nie wolno wywoływać. Dozwolone hosty prywatne ustala operator serwera.
connection-todo-unavailable = Porównaj adres i port i sprawdź ponownie za minutę. Nic nie zostało zmienione.
