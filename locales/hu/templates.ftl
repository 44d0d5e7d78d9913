# Jóváhagyott sablon választása és kitöltése.

template-title = Jóváhagyott sablonok
template-about = Változatlanul megy el, az üres helyeken a te szavaiddal: { $name }.
template-none = Ennek a fióknak nincs jóváhagyott sablonja. A szolgáltatónál készíthető.
template-pick = Válassz egyet a listából, hogy lásd.
template-send = Sablon küldése
template-value = { $n }. érték
template-heading = A címsorban: { $name }
template-picture = A kép címe
template-video = A videó címe
template-document = A dokumentum címe
template-link = A link vége a(z) { $n }. gombon
template-code = Kód a(z) { $n }. gombon
template-marketing = Reklám
template-utility = Ügyintézés
template-authentication = Belépési kód
template-unwanted = Nem lehetséges: { $reason }.
template-find = Sablon keresése
template-nothing = Egyik sablonban sincsenek ezek a szavak.
