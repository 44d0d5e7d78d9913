# Miért nem teljesült valami.

refusal-already-one-contact = Ez a kettő már egy ügyfél.
refusal-already-sent = Ez az üzenet már elment, nem vonható vissza.
refusal-answer-is-owed = Az ügyfél választ vár. Előbb válaszolj, vagy ígérj időpontot, csak utána tedd félre.
refusal-busy = A szerver most túlterhelt, vagy nincs helye. Semmi nem változott; próbáld kicsit később.
refusal-case-is-open = Az ügy már nyitva van.
refusal-case-is-resolved = Az ügy lezárult. Előbb nyisd újra.
refusal-case-owes-something = Itt még tartozunk valamivel. Válaszolj, vagy jelezd, hogy nem kell válasz.
refusal-conflict = Közben megváltozott. Nézd meg újra, aztán próbáld ismét.
refusal-file-too-large = A fájl túl nagy: legfeljebb { $size } lehet.
refusal-forbidden = A szereped ezt nem engedi. Fordulj a rendszergazdához.
refusal-hours-too-few = Olyan kevés a nyitvatartás, hogy egyetlen határidő sem érhető el. A rendszergazdának bővítenie kell.
refusal-identity-not-confirmed = Előbb igazold, hogy ki ez: az adatok addig letakarva maradnak.
refusal-inbox-is-busy = { $n ->
    [one] Ebben a fiókban még { $n } válasz vár. Várd meg, amíg elmegy, vagy szüneteltesd a fiókot.
   *[other] Ebben a fiókban még { $n } válasz vár. Várd meg, amíg elmennek, vagy szüneteltesd a fiókot.
}
refusal-invalid = Valami itt nem stimmel. Nézd át, és próbáld újra.
refusal-is-confirmed = Ez a cím már meg van erősítve.
refusal-last-administrator = Az utolsó rendszergazda nem módosítható és nem kapcsolható ki.
refusal-link-void = Ez a hivatkozás már nem érvényes. Kérj másikat.
refusal-merge-undone = Ezt a kettőt már szétválasztották.
refusal-message-on-its-way = Mindkettőnek épp üzenet megy. Próbáld újra egy pillanat múlva.
refusal-misunderstood = Ez az oldal és a szerver nem érti egymást. Töltsd be újra az oldalt.
refusal-newer-reply = Egy kolléga épp most válaszolt. Nézd meg, mielőtt küldesz.
refusal-no-case = Nincs nyitott ügy. Előbb nyiss egyet.
refusal-no-consult = Ez a kérdés már nincs nyitva.
refusal-no-email = Előbb kérj e-mail-címet a csevegésben: oda megy a kód.
refusal-no-inbox = Nincs olyan fiók, amelyen ez elküldhető. Kérd meg a rendszergazdát, hogy adjon hozzá egyet.
refusal-not-taken-back = Ezt nem lehet visszavonni: ami hozzá lett adva, megmarad, a korábbi titkot pedig senki sem ismeri.
refusal-inbox-rests = Ez a fiók szünetel vagy archiválva van. Előbb folytasd.
refusal-writes-first = Ezen a csatornán nem lehet elsőként írni senkinek.
refusal-no-mail = Itt nincs beállítva e-mail, vagy a kiszolgáló nem fogadta el. Fordulj a rendszergazdához.
refusal-no-reactions = Ez a csatorna nem fogad reakciót.
refusal-not-found = Ez már nincs itt.
refusal-not-parked = Az ügy már nincs félretéve.
refusal-not-signed-in = Előbb lépj be.
refusal-nothing-is-owed = Ebben az ügyben senki nem vár választ.
refusal-our-fault = Valami elromlott a szerveren. Próbáld újra; ha megismétlődik, szólj a rendszergazdának.
refusal-past = Válassz jövőbeli időpontot.
refusal-promise-near = Az ügyfélnek ígért válasz ideje ({ $at }) túl közel van. Előbb mondj neki későbbi időpontot.
refusal-promise-range = Ez az időpont nem ígérhető. Válassz mostantól eddig: { $at }.
refusal-proven-otherwise = Az ügyfél maga igazolta ezt a címet, ez így marad.
refusal-rate-limited = Túl sok próbálkozás. Várj egy percet.
refusal-too-large = Ez több, mint amennyit a szerver egyszerre fogad. Csökkentsd.
refusal-too-many-attempts = Túl sok hibás jelszó. Próbáld újra { $n } perc múlva.
refusal-too-many-holding = Az ügyfelet már elégszer várattuk. Válaszolj, vagy kérdezd a felügyelőt.
refusal-too-slow = Túl lassú volt a vonal. Próbáld újra, ha lehet, jobb kapcsolattal.
refusal-which-workspace = Több munkaterülethez tartozol. Add meg, melyikbe lépsz be.
