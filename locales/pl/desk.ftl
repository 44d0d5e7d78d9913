# Z czym agenci pracują poza sprawami.

## Etykiety
tags = Etykiety
tags-none = Nie ma jeszcze etykiet. Dodają je kierownicy i administratorzy w panelu Administracja.
tags-case-none = Bez etykiet.
tags-add = Dodaj etykietę
archived = W archiwum
offered = W użyciu
archive = Archiwizuj
unarchive = Przywróć
state = Stan
done-tagged = Etykiety zmienione.
color = Kolor

## Gotowe odpowiedzi
canned = Gotowe odpowiedzi
canned-none = Żadna gotowa odpowiedź nie pasuje.
canned-empty = Nie ma jeszcze gotowych odpowiedzi.
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
collision-replied = Odpowiedź wysłana już po rozpoczęciu pisania: { $name }, { $at }. Twój szkic jest bezpieczny.
draft-elsewhere = Na innym urządzeniu masz też taki szkic:
draft-use-other = Weź tamten
draft-keep-mine = Zostaw ten

## Widoki, gwiazdki i wzmianki
views = Widoki
view-add = Zapisz widok
view-empty = W tym widoku nie ma spraw.
view-gone = Tego widoku już nie ma albo nie masz do niego dostępu.
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
inbox-trouble = { $name }: są kłopoty.
notify-reply = nowa wiadomość
notify-mention = wzmianka o Tobie w notatce
notify-assigned = to teraz Twoja sprawa
