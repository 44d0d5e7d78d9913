# Co ustawienia mówią o powiadomieniach.

notify = Powiadomienia
notify-about = Przychodzą, gdy patrzysz gdzie indziej. Tytuł strony liczy to, co ma termin w ciągu godziny.
notify-allow = Zezwól na powiadomienia w tej przeglądarce
notify-denied = Ta przeglądarka nie zezwala stąd na powiadomienia; można to zmienić w jej ustawieniach.
notify-replies = Pisze mój kontakt
notify-mentions = Ktoś mnie wymienia
notify-assigns = Dostaję sprawę
notify-sound = Z dźwiękiem
notify-play = Posłuchaj dźwięku
notify-quiet-from = Cisza od
notify-quiet-to = do
