# Írás: emodzsik, és később induló válaszok.

emoji-add = Emodzsi
emoji-list = Emodzsik

send-later = Küldés később
later-about = Magától elindul, hacsak { $name } nem ír, vagy egy kolléga nem válaszol előbb. Addig nem számít válasznak.
later-when = Mikor
later-typed = Vagy írd be: holnap 9, péntek 14:30, 3 óra múlva
later-late = A válasz határideje { $due }; ez később indul.
later-shut = Ez a csatorna { $until } időpontig fogad ilyen választ. Azután nem indulna el.
later-no-promise = Ígéretet tartalmazó válasz azonnal indul. Vedd ki az ígéretet, ha később küldenéd.
later-now = Küldés most
later-cancelled = A válasz nem indul el.
later-contact-wrote = azóta írt az ügyfél. Olvasd át újra, aztán küldd el.
later-colleague-answered = azóta egy kolléga válaszolt.
later-author-left = aki írta, itt már nem válaszol.
later-case-cancelled = az ügy válasz nélkül zárult.
delivery-scheduled = Indul: { $at }

new-case = Új ügy
new-case-about = Előbb keresd meg az ügyfelet.
new-case-with = Ügyfél: { $name }. A tiéd lesz; amíg nem írsz, nem tud róla.
new-case-who = Kiről van szó?
new-case-subject = Tárgy
new-case-other = Valaki más
new-case-found = { $n ->
    [one] Egy ügyfél található
   *[other] { $n } ügyfél található
}
