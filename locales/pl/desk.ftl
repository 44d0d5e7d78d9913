# Z czym agenci pracują poza sprawami.

## Etykiety
tags = Etykiety
tags-title = Etykiety sprawy { $number }
tags-filter = Znajdź etykietę
tags-none = Nie ma jeszcze etykiet. Dodają je kierownicy i administratorzy w panelu Administracja.
tags-no-match = Żadna etykieta tak się nie nazywa.
tags-case-none = Bez etykiet.
tags-add = Dodaj etykietę
tags-edit = Zmień etykietę
admin-tags-about = Słowa, według których porządkuje się sprawy. Niepotrzebną etykietę się archiwizuje: sprawy ją zachowują, ale nie można jej już nadać.
archived = W archiwum
offered = W użyciu
archive = Archiwizuj
unarchive = Przywróć
state = Stan
done-tagged = Etykiety zmienione.
color = Kolor
color-slate = Szary
color-red = Czerwony
color-amber = Bursztynowy
color-green = Zielony
color-teal = Morski
color-blue = Niebieski
color-violet = Fioletowy
color-pink = Różowy

## Gotowe odpowiedzi
canned = Gotowe odpowiedzi
canned-none = Żadna gotowa odpowiedź nie pasuje.
canned-add = Dodaj gotową odpowiedź
canned-edit = Zmień gotową odpowiedź
canned-empty = Nie ma jeszcze gotowych odpowiedzi.
canned-title = Tytuł
canned-shortcut = Skrót
canned-shortcut-about = Jedno słowo. Wpisane po / w odpowiedzi znajduje ten tekst.
canned-text = Treść
canned-who = Kto ją widzi
canned-everybody = Wszyscy
canned-any-language = Dowolny język
canned-variables = Wstaw to, co wiadomo o sprawie
canned-preview = Jak to będzie brzmiało
canned-sample-subject = Zwrot pieniędzy
admin-canned-about = Odpowiedzi napisane zawczasu. Agent wpisuje / na początku wiersza, żeby je znaleźć; to, co w nawiasach klamrowych, uzupełnia się danymi sprawy.
holes-fill = Uzupełnij przed wysłaniem:
variable-contact-name = imię i nazwisko kontaktu
variable-contact-first-name = imię kontaktu
variable-agent-name = Twoje imię i nazwisko
variable-agent-first-name = Twoje imię
variable-case-number = numer sprawy
variable-case-subject = temat sprawy
variable-team-name = nazwa zespołu
variable-workspace-name = nazwa firmy
mention-list = Współpracownicy

## Dwoje piszących
collision-typing = { $name }: trwa pisanie odpowiedzi. Twój szkic jest bezpieczny.
draft-elsewhere = Na innym urządzeniu masz też taki szkic:
draft-use-other = Weź tamten
draft-keep-mine = Zostaw ten
