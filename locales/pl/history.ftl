## What was changed of a thing
history-of = Historia: { $name }
history-about = Ostatnie pięćdziesiąt zmian. Cofnięcie jednej nie rusza tego, co zmieniono później.
history-none = Odkąd zmiany są zapisywane, nic nie zmieniono.
history-added = Dodano
history-take-back = Cofnij zmianę
history-done = Zmiana cofnięta. W historii to osobny wpis.
history-replaced = zastąpiono; poprzednia wartość nie jest nigdzie przechowywana
history-active = W użyciu
history-as-usual = jak co tydzień
history-before = przedtem:
history-after = potem:
history-more = { $n ->
    [one] jeszcze { $n } wiersz
    [few] jeszcze { $n } wiersze
    [many] jeszcze { $n } wierszy
   *[other] jeszcze { $n } wiersza
}
