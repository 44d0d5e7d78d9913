# Z czym agenci pracują poza sprawami.

## Etykiety
tags = Etykiety
tags-title = Etykiety: #{ $number }
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

## Widoki, gwiazdki i wzmianki
views = Widoki
view-add = Zapisz widok
view-edit = Zmień widok
view-delete = Usuń
view-place = Sprawy z miejsca
place-open = Wszystkie otwarte sprawy
view-any = Dowolne
view-me = Kto akurat patrzy
view-text = Temat lub kontakt zawiera
view-starred = Tylko z moją gwiazdką
view-shared = Ten widok widzą wszyscy
view-empty = W tym widoku nie ma spraw.
channel = Kanał
starred = Z gwiazdką
starred-none = Nic nie ma gwiazdki. S daje gwiazdkę sprawie, gwiazdka obok wiadomości – tej wiadomości.
star = Daj sprawie gwiazdkę
star-message = Daj gwiazdkę tej wiadomości
unstar = Zabierz gwiazdkę
mention = Wymień współpracownika (w notatce)
mentions = Wzmianki
mentions-none = Nikt nie wymienił Cię w notatce.
mentions-read-all = Oznacz wszystkie jako widziane

## Wiele spraw naraz
bulk = Z wybranymi sprawami
bulk-choose = Wybierz do działania na wielu
bulk-extend = Wybierz też następną
bulk-is-chosen = wybrana.
bulk-all = Wybierz wszystkie
bulk-none = Odznacz wszystkie
bulk-tag = Etykieta
bulk-park-reason = odłożone razem z innymi
bulk-chosen = { $n ->
    [one] Wybrano { $n }
    [few] Wybrano { $n }
    [many] Wybrano { $n }
   *[other] Wybrano { $n }
}
bulk-busy = { $done } z { $of }…
bulk-done = { $n ->
    [one] Zrobione: { $n } sprawa.
    [few] Zrobione: { $n } sprawy.
    [many] Zrobione: { $n } spraw.
   *[other] Zrobione: { $n } sprawy.
}
bulk-partly = Zrobione: { $done }, niezrobione: { $failed }. { $why }
bulk-undone-partly = { $n ->
    [one] Nie udało się cofnąć { $n } sprawy.
    [few] Nie udało się cofnąć { $n } spraw.
    [many] Nie udało się cofnąć { $n } spraw.
   *[other] Nie udało się cofnąć { $n } sprawy.
}

## Paleta i powiadomienia
palette = Wszędzie i wszystko
palette-label = Numer sprawy, nazwisko, czynność, miejsce
palette-search = Szukaj wszędzie: „{ $text }”
palette-contact = kontakt
palette-none = Nic się tak nie nazywa.
palette-hint = > czynności · @ osoby · # numer
inbox-trouble = { $name }: są kłopoty.
notify = Powiadomienia
notify-about = Przychodzą, gdy patrzysz gdzie indziej. Tytuł strony liczy to, co ma termin w ciągu godziny.
notify-allow = Zezwól na powiadomienia w tej przeglądarce
notify-denied = Ta przeglądarka nie zezwala stąd na powiadomienia; można to zmienić w jej ustawieniach.
notify-replies = Pisze mój kontakt
notify-mentions = Ktoś mnie wymienia
notify-assigns = Dostaję sprawę
notify-sound = Z cichym dźwiękiem
notify-quiet-from = Cisza od
notify-quiet-to = do
notify-reply = nowa wiadomość
notify-mention = wzmianka o Tobie w notatce
notify-assigned = to teraz Twoja sprawa
