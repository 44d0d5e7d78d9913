# In front of the workspace: one-time links, forgotten passwords.

## Links
join-title = Az Ön helye: { $workspace }
join-link = Az Ön hivatkozása
join = Jelszó megadása és kezdés
join-until = Ez a hivatkozás egyszer működik, eddig: { $at }.
join-void = Ez a hivatkozás már nem érvényes.
join-void-about = Felhasználták, lecserélték, visszavonták vagy lejárt. Kérjen újat a rendszergazdától, vagy válassza az „Elfelejtette a jelszavát?” lehetőséget.
reset-title = Új jelszó
reset-save = Jelszó megadása és belépés
forgotten-about = Küldünk egy hivatkozást, amellyel újat adhat meg.
forgotten-send = Hivatkozás kérése
forgotten-asked = Ha van itt ilyen című felhasználó, a hivatkozás már úton van.
forgotten-asked-about = Néhány perc után sincs levél? Kérjen hivatkozást a rendszergazdától.
