# Wybór zatwierdzonego szablonu i wypełnianie go.

template-title = Zatwierdzone szablony
template-about = Pójdzie bez zmian, z Twoimi słowami w pustych miejscach: { $name }.
template-none = Ta skrzynka nie ma zatwierdzonych szablonów. Tworzy się je u operatora.
template-pick = Wybierz szablon z listy, żeby go zobaczyć.
template-send = Wyślij szablon
template-value = Wartość { $n }
template-heading = W nagłówku: { $name }
template-picture = Adres obrazu
template-video = Adres filmu
template-document = Adres dokumentu
template-link = Koniec linku na przycisku { $n }
template-code = Kod na przycisku { $n }
template-marketing = Reklama
template-utility = Obsługa
template-authentication = Kod logowania
template-unwanted = Niemożliwe: { $reason }.
template-find = Znajdź szablon
template-nothing = Żaden szablon nie zawiera tych słów.
