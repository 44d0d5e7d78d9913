# Levelek: tárgy és címzettek, mi lett velük, aláírások.

## Válaszmező
letter-to = Címzett
letter-no-subject = nincs tárgy
letter-open = Tárgy és címzettek módosítása
letter-subject = Tárgy
letter-to-field = További címzett
letter-cc-field = Másolat
letter-bcc-field = Titkos másolat
letter-addresses = Címek, vesszővel elválasztva
letter-no-address = „{ $text }” nem cím.
letter-place = { $name } beillesztése a szövegbe
letter-heavy = A fájlok túl nagyok egy levélhez: { $bytes }, legfeljebb { $limit } lehet.
letter-doubt-forged = A legutóbbi levél hamisítottnak tűnik: lehet, hogy más írta. A válasz ide megy: { $address }.
letter-doubt-guest = A legutóbbi levelet egy vendég írta. A válasz ide megy: { $address }; a vendég csak akkor kapja meg, ha felveszed.
letter-doubt-elsewhere = A legutóbbi levél más domainre kéri a választ. A válasz ide megy: { $address }.
letter-doubt-unproved = A legutóbbi levél feladójáért senki sem kezeskedett. Ne írj olyat, amit csak az ügyfél tudhat.

## Idővonal
letter-also-to = Megkapja még: { $people }
reader-accepted = kézbesítve a címzett kiszolgálójára
reader-deferred = még nem, újra próbáljuk
reader-refused = nem kézbesíthető
delivery-trying = Még nincs kézbesítve. { $reason } Próbáljuk eddig: { $at }.
message-in-doubt = Nem tudni, megérkezett-e: { $reason }

## Adminisztráció
