# Mi a baj egy űrlap értékével.

fault-missing = Töltsd ki ezt a mezőt.
fault-unfit = Ez nem tűnik helyesnek.
fault-unknown = Ilyen nincs, vagy már nincs.
fault-taken = Ez már foglalt, lehet, hogy archivált elemé.
fault-address-taken = Ez a cím már egy munkatársé.
fault-too-long = { $most ->
    [one] Legfeljebb { $most } karakter.
   *[other] Legfeljebb { $most } karakter.
}
fault-too-short = { $least ->
    [one] Legalább { $least } karakter.
   *[other] Legalább { $least } karakter.
}
fault-wrong-length = Hossza karakterben: { $least }–{ $most }.
fault-out-of-range = Szám, { $least }–{ $most }.
fault-too-many = Legfeljebb { $most }.
fault-full = Már { $most } van, több nem fér. Előbb távolíts el néhányat.
fault-not-an-address = E-mail-cím kell, például ana@example.org.
fault-own-address = Ez a mi címünk.
fault-not-a-phone = Számjegyek, elöl + és az ország hívószáma.
fault-not-one-word = { $most ->
    [one] Egyetlen szó, legfeljebb { $most } karakter.
   *[other] Egyetlen szó, legfeljebb { $most } karakter.
}
fault-not-a-language = Nyelvkód, például pl, vagy semmi.
fault-has-a-slash = Perjel nélkül.
fault-unknown-place = Semminek sincs ilyen neve: { $name }.
fault-wrong-password = Ez nem a te jelszavad.
fault-may-not-sign-in = Előbb engedd, hogy bejelentkezzen.
fault-empty-file = A fájl üres.
fault-not-ahead = Válassz jövőbeli időpontot, egy éven belül.
fault-too-soon = Az osztálynak idő kell a válaszhoz. Válassz későbbi időpontot.
fault-ends-first = A vége megelőzi a kezdetét.
