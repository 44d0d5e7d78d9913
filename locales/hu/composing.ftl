# Írás: emodzsik, és később induló válaszok.

emoji-add = Emodzsi
emoji-list = Emodzsik

send-later = Küldés később
later-no-promise = Ígéretet tartalmazó válasz azonnal indul. Vedd ki az ígéretet, ha később küldenéd.
later-now = Küldés most
later-cancelled = A válasz nem indul el.
later-contact-wrote = azóta írt az ügyfél. Olvasd át újra, aztán küldd el.
later-colleague-answered = azóta egy kolléga válaszolt.
later-author-left = aki írta, itt már nem válaszol.
later-case-cancelled = az ügy válasz nélkül zárult.
delivery-scheduled = Indul: { $at }

new-case = Új ügy

reply-too-long = Egy üzenet legfeljebb { $limit } karakter lehet; ez { $n }. Küldd el részletekben vagy fájlként.
