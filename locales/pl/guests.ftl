# The contact is in the web chat of a site just now.
guest-online = Teraz na czacie
guest-typing = Pisze…
guest-away-mailed = teraz poza czatem, kopia pójdzie e-mailem
guest-away-pushed = teraz poza czatem, dostanie powiadomienie
guest-away-waits = teraz poza czatem, poczeka na powrót
# Jak odpowiedź dotarła do kogoś, kto wyszedł z czatu.
reached-pushed = wysłano powiadomienie
reached-mailed = wysłano e-mailem, bo rozmówca wyszedł
reached-waits = czeka: nie zostawiono adresu
reached-failed = nie udało się wysłać e-mailem; czeka na czacie
event-contact-erased = Kontakt zażądał usunięcia swoich danych
event-identity-proven = Kontakt potwierdził adres { $address }
# Gość czatu, który nie podał imienia.
visitor-nameless = Gość { $code }
