# In front of the workspace: one-time links, forgotten passwords.

## Links
join-title = A helyed itt: { $workspace }
join-link = A hivatkozásod
join = Jelszó megadása és kezdés
join-until = Ez a hivatkozás egyszer működik, eddig: { $at }.
join-void = Ez a hivatkozás már nem érvényes.
join-void-about = Felhasználták, lecserélték, visszavonták vagy lejárt. Kérj újat a rendszergazdától, vagy válaszd ezt: „Elfelejtetted a jelszavad?”
reset-title = Új jelszó
reset-save = Jelszó megadása és belépés
forgotten-about = Küldünk egy hivatkozást, amellyel újat adhatsz meg.
forgotten-send = Hivatkozás kérése
forgotten-asked = Ha van itt ilyen című felhasználó, a hivatkozás már úton van.
forgotten-asked-about = Néhány perc után sincs levél? Kérj hivatkozást a rendszergazdától.
