# In front of the workspace: one-time links, forgotten passwords.

## Links
join-title = Twoje miejsce: { $workspace }
join-link = Twój link
join = Ustaw hasło i zacznij
join-until = Ten link działa raz, do { $at }.
join-void = Ten link już nie działa.
join-void-about = Został użyty, zastąpiony, cofnięty albo wygasł. Poproś administratora o nowy lub wybierz „Nie pamiętasz hasła?”.
reset-title = Nowe hasło
reset-save = Ustaw hasło i zaloguj
forgotten-about = Wyślemy Ci link, którym ustawisz nowe.
forgotten-send = Wyślij mi link
forgotten-asked = Jeśli ktoś tu ma ten adres, link jest w drodze.
forgotten-asked-about = Po kilku minutach nic nie ma? Poproś administratora o link.
