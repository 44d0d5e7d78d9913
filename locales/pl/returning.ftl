# Nad polem odpowiedzi sprawy, która wróciła z odłożonych.
back-title = Wraca z odłożenia
back-why = Teraz: { $reason }
back-write = Napisz
back-park = Odłóż ponownie
