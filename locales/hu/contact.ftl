# Az ügyfél oldala, és hogy ki lehet ugyanaz a személy.

contact-missing = Nincs ilyen ügyfél.
contact-failed = Az ügyfelet nem sikerült betölteni.
contact-nameless = Névtelen

## Identities
identities = Címek
identity-confirmed-by = Igazolta: { $name }, { $at }: { $how }
identity-opted-out = { $scope ->
    [marketing] Itt nem kér reklámot
   *[everything] Itt nem kér üzenetet
}
identity-failed = { $at } óta semmi nem érkezik meg ide: { $reason }
identity-write-again = Írjunk ide újra
claim-about = A csevegésben adta meg, nincs bizonyítva
confirm-other-way = Másként ellenőriztem
confirm-undo = Visszavonás
confirm-title = Igazold, hogy ki ez
confirm-about = { $address } ezután bizonyítottnak számít. A letakart adatok megmutathatók, és aki ugyanezt a címet bizonyította, ugyanaz az ügyfél lesz.
confirm-how = Hogyan győződtél meg róla?
confirm-do = Igazolás
identity-proven-by-link = Az ügyfél megerősítette, { $at }, hivatkozással (küldte: { $name })
ask-link = Megerősítő hivatkozás küldése
ask-code = Megerősítő kód küldése
ask-link-sent = Az egyszer használható hivatkozás úton van: { $address }. A megerősítés után az adatok láthatóvá válnak.
ask-code-sent = Hat számjegyet küldtünk ide: { $address }. Az adatok láthatóvá válnak, ha beírják a csevegésbe.
ask-enough = Az ügyfelet már elégszer kértük. Várj, vagy győződj meg másként.
covered-label = Takart adatok
covered-until = Az adatok takarva vannak, amíg nem tudjuk, ki ez:

## Fields
fields = Adatok
fields-none = Még nincs feljegyzett adat.
field-add = Adat hozzáadása
field-edit = Adat módosítása
field-edit-name = Módosítás: { $name }
field-value = Érték
field-value-covered = Hagyd üresen, ha nem változik.
field-sensitive = Érzékeny: letakarva, amíg nem tudjuk, ki ír
field-remove = Eltávolítás
field-show = Megmutatás: { $name }
field-hide = Letakarás: { $name }
field-covered = Letakarva
field-locked = Letakarva, amíg egy cím nincs igazolva.
field-shown = Utoljára látta: { $name }, { $at }
kinds-choose = Minden ügyfélnél
kinds-title = Minden ügyfél adatai
kinds-about = Ezek minden ügyfélnél megvannak, akár üresen is. A meglévő érték akkor is megmarad, ha itt eltávolítják az adatot.
kinds-name = { $n }. adat neve
kinds-sensitive = Érzékeny
kinds-remove = Eltávolítás: { $name }

## Consents
consents = Hozzájárulások
consent-none = Nem nyilatkozott.
consent-record = Feljegyzés
consent-record-for = Feljegyzés: { $purpose }
consent-about = Mit mondott az ügyfél, és honnan tudjuk. A korábbiak megmaradnak.
consent-word = Az ügyfél
consent-gives = hozzájárul
consent-withdraws = már nem járul hozzá
consent-everywhere = Minden csatorna
consent-how = Hogyan mondta?
consent-given = Megadva
consent-withdrawn = Visszavonva
consent-line = { $where } · { $at } · { $how } · { $name }
consent-line-provider = { $where } · { $at } · a szolgáltatónak mondta
consent-line-own = { $where } · { $at } · az ügyfél ezt írta: { $how }
consent-history = { $n ->
    [one] { $n } feljegyzés
   *[other] { $n } feljegyzés
    }
purpose-service = Üzenetek az ügyeiről
purpose-marketing = Ajánlatok és hírek
purpose-surveys = Felmérések
purpose-recording = Hívások rögzítése

## Cases
contact-cases = Ügyek
contact-cases-find = Keresés az ügyekben
contact-cases-none = Nincs ilyen ügy.
contact-cases-more = Továbbiak

## Joining
merges = Összevont ügyfelek
merges-none = Ezzel az ügyféllel senkit sem vontak össze.
merge-other = Összevonás mással
merge-by = Összevonta: { $name }, { $at }
merge-by-rule = Szabály vonta össze, { $at }
merge-undone = Szétválasztotta: { $name }, { $at }
merge-undo = Visszavonás
merge-title = Ugyanaz a személy?
merge-about = Két ügyfélből egy lesz. Ez fog történni.
merge-stays = marad
merge-joins = a részévé válik
merge-cases = { $n ->
    [one] { $n } ügy
   *[other] { $n } ügy
    }
merge-what-timeline = A két beszélgetésből egyetlen idővonal lesz, időrendben.
merge-what-replies = Minden cím az marad, ami: a válasz oda megy, ahová szólt.
merge-what-fields = Ahol mindkettőnek van értéke, a maradó ügyfélé látszik: { $fields }.
merge-what-undo = Bármikor visszavonható; ekkor mindegyik visszakapja a magáét, ami pedig azóta jött, azzal a címmel megy, amelyről jött.
merge-reason = Miért (feljegyzésnek)
merge-do = Ugyanaz a személy
merge-who = Kivel vonjuk össze
merge-found = { $n ->
    [one] { $n } ügyfél található
   *[other] { $n } ügyfél található
    }
joined-done = Mostantól egy ügyfél, vele együtt: { $name }
parted-done = Ismét két ügyfél.
dismissed-done = Nem ugyanaz a személy: { $name }

## Suggestions
suggestion-label = Talán ugyanaz a személy
suggestion-who = Valószínűleg ugyanaz a személy:
suggestion-conflict = Mindkettő igazolta, hogy kicsoda; nézd meg alaposan.
suggestion-same = Ugyanaz a személy
suggestion-not-same = Nem ugyanaz
suggestion-more = { $n ->
    [one] Még { $n } ügyfél lehet ugyanaz a személy
   *[other] Még { $n } ügyfél lehet ugyanaz a személy
    }
because-same-verified = { $known ->
    [no] mert mindkettő ugyanazt a címet bizonyította
   *[yes] mert mindkettő ezt a címet bizonyította: { $address }
    }
because-same-phone = { $known ->
    [no] mert mindkettő ugyanarról a számról ír
   *[yes] mert mindkettő erről a számról ír: { $address }
    }
because-same-email = { $known ->
    [no] mert mindkettő ugyanarról az e-mail-címről ír
   *[yes] mert mindkettő erről a címről ír: { $address }
    }
because-same-phone-claimed = { $known ->
    [no] mert az egyik a másik számát adta meg; ez nincs bizonyítva
   *[yes] mert az egyik a másik számát adta meg: { $address }; ez nincs bizonyítva
    }
because-same-email-claimed = { $known ->
    [no] mert az egyik a másik e-mail-címét adta meg; ez nincs bizonyítva
   *[yes] mert az egyik a másik címét adta meg: { $address }; ez nincs bizonyítva
    }
because-same-account = { $known ->
    [no] mert a szolgáltató szerint ez egyetlen fiók
   *[yes] mert a szolgáltató szerint ez egyetlen fiók: { $address }
    }
