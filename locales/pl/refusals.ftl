# Dlaczego czegoś odmówiono.

refusal-already-one-contact = To już jest jeden kontakt.
refusal-already-sent = Ta wiadomość już wyszła i nie da się jej cofnąć.
refusal-answer-is-owed = Kontakt czeka na odpowiedź. Odpowiedz albo obiecaj termin i dopiero odłóż.
refusal-busy = Serwerowi brakuje miejsca lub oddechu. Nic się nie zmieniło; spróbuj za chwilę.
refusal-case-is-open = Sprawa jest już otwarta.
refusal-case-is-resolved = Sprawa jest zakończona. Najpierw otwórz ją ponownie.
refusal-case-owes-something = Coś tu jeszcze jesteśmy winni. Odpowiedz albo zaznacz, że odpowiedź jest niepotrzebna.
refusal-conflict = W międzyczasie coś się zmieniło. Zajrzyj jeszcze raz i ponów.
refusal-file-too-large = Plik jest za duży: najwyżej { $size }.
refusal-forbidden = Twoja rola na to nie pozwala. Zwróć się do administratora.
refusal-hours-too-few = Godziny otwarcia są tak krótkie, że żadnego terminu nie da się dotrzymać. Administrator musi je wydłużyć.
refusal-identity-not-confirmed = Najpierw potwierdź, kto to jest: do tego czasu dane pozostają zakryte.
refusal-inbox-is-busy = { $n ->
    [one] W tej skrzynce czeka jeszcze { $n } odpowiedź. Poczekaj, aż wyjdzie, albo wstrzymaj skrzynkę.
    [few] W tej skrzynce czekają jeszcze { $n } odpowiedzi. Poczekaj, aż wyjdą, albo wstrzymaj skrzynkę.
    [many] W tej skrzynce czeka jeszcze { $n } odpowiedzi. Poczekaj, aż wyjdą, albo wstrzymaj skrzynkę.
   *[other] W tej skrzynce czeka jeszcze { $n } odpowiedzi. Poczekaj, aż wyjdą, albo wstrzymaj skrzynkę.
}
refusal-invalid = Coś tu się nie zgadza. Sprawdź wszystko i spróbuj ponownie.
refusal-is-confirmed = Ten adres jest już potwierdzony.
refusal-last-administrator = Ostatniej osoby z administracji nie można zmienić ani wyłączyć.
refusal-link-void = Ten link już nie działa. Poproś o nowy.
refusal-merge-undone = Te dwa kontakty są już rozdzielone.
refusal-message-on-its-way = Do obu kontaktów właśnie wysyłana jest wiadomość. Spróbuj za chwilę.
refusal-misunderstood = Ta strona i serwer nie mogą się porozumieć. Wczytaj stronę ponownie.
refusal-newer-reply = Ktoś z zespołu właśnie odpowiedział. Zajrzyj tam przed wysłaniem.
refusal-no-case = Żadna sprawa nie jest otwarta. Najpierw ją otwórz.
refusal-no-consult = To pytanie nie jest już otwarte.
refusal-no-email = Najpierw poproś w czacie o adres e-mail: tam zostanie wysłany kod.
refusal-no-inbox = Nie ma podłączonej skrzynki, którą można by to wysłać. Poproś administratora, aby ją dodał.
refusal-not-taken-back = Tego nie można cofnąć: co zostało dodane, zostaje, a poprzedniego sekretu nikt nie zna.
refusal-inbox-rests = Ta skrzynka jest wstrzymana lub w archiwum. Najpierw ją wznów.
refusal-writes-first = Na tym kanale nie pisze się do nikogo jako pierwszy.
refusal-no-mail = Poczta nie jest tu skonfigurowana albo serwer jej nie przyjął. Zwróć się do administratora.
refusal-no-reactions = Ten kanał nie przyjmuje reakcji.
refusal-not-found = Tego już tu nie ma.
refusal-not-parked = Ta sprawa nie jest już odłożona.
refusal-not-signed-in = Najpierw się zaloguj.
refusal-nothing-is-owed = W tej sprawie nikt nie czeka na odpowiedź.
refusal-our-fault = Coś się zepsuło na serwerze. Spróbuj ponownie; jeśli się powtórzy, powiedz administratorowi.
refusal-past = Wybierz czas w przyszłości.
refusal-promise-near = Kontakt ma obiecaną odpowiedź do { $at }, a to za blisko. Najpierw podaj mu późniejszy termin.
refusal-promise-range = Takiego terminu nie można obiecać. Wybierz czas od teraz do { $at }.
refusal-proven-otherwise = Kontakt sam dowiódł, że to jego adres, i tak zostaje.
refusal-rate-limited = Za dużo prób. Odczekaj minutę.
refusal-too-large = To więcej, niż serwer przyjmuje naraz. Zmniejsz to.
refusal-too-many-attempts = Za dużo błędnych haseł. Spróbuj ponownie za { $n ->
    [one] { $n } minutę.
    [few] { $n } minuty.
    [many] { $n } minut.
   *[other] { $n } minuty.
}
refusal-too-many-holding = Odpowiedź odkładano już dość razy. Odpowiedz albo zapytaj nadzór.
refusal-too-slow = Łącze było zbyt wolne. Spróbuj ponownie, w miarę możliwości na lepszym.
refusal-which-workspace = Należysz do kilku przestrzeni roboczych. Podaj, do której się logujesz.
