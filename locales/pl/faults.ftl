# Co jest nie tak z wartością w formularzu.

fault-missing = Uzupełnij to pole.
fault-unfit = To nie wygląda poprawnie.
fault-unknown = Tego nie ma albo już nie ma.
fault-taken = To jest już zajęte, być może przez coś w archiwum.
fault-address-taken = Ktoś tutaj ma już ten adres.
fault-too-long = { $most ->
    [one] Najwyżej { $most } znak.
    [few] Najwyżej { $most } znaki.
    [many] Najwyżej { $most } znaków.
   *[other] Najwyżej { $most } znaku.
}
fault-too-short = { $least ->
    [one] Co najmniej { $least } znak.
    [few] Co najmniej { $least } znaki.
    [many] Co najmniej { $least } znaków.
   *[other] Co najmniej { $least } znaku.
}
fault-wrong-length = { $most ->
    [one] Od { $least } do { $most } znaku.
    [few] Od { $least } do { $most } znaków.
    [many] Od { $least } do { $most } znaków.
   *[other] Od { $least } do { $most } znaku.
}
fault-out-of-range = Liczba od { $least } do { $most }.
fault-too-many = Najwyżej { $most }.
fault-full = Jest ich już { $most } i więcej się nie zmieści. Najpierw usuń niektóre.
fault-not-an-address = Potrzebny jest adres e-mail, na przykład ana@example.org.
fault-own-address = To jest nasz własny adres.
fault-not-a-phone = Same cyfry, a na początku + i numer kierunkowy kraju.
fault-not-one-word = { $most ->
    [one] Jedno słowo, najwyżej { $most } znak.
    [few] Jedno słowo, najwyżej { $most } znaki.
    [many] Jedno słowo, najwyżej { $most } znaków.
   *[other] Jedno słowo, najwyżej { $most } znaku.
}
fault-not-a-language = Kod języka, na przykład pl, albo nic.
fault-has-a-slash = Bez ukośnika.
fault-unknown-place = Nic się tak nie nazywa: { $name }.
fault-wrong-password = To nie jest Twoje hasło.
fault-may-not-sign-in = Najpierw pozwól tej osobie się logować.
fault-empty-file = Plik jest pusty.
fault-not-ahead = Wybierz przyszły czas, nie dalej niż za rok.
fault-too-soon = Dział potrzebuje czasu na odpowiedź. Wybierz późniejszą porę.
fault-ends-first = Koniec wypada przed początkiem.
