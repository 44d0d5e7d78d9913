# Что не так со значением в форме.

fault-missing = Заполните это поле.
fault-unfit = Похоже, здесь ошибка.
fault-unknown = Этого нет или уже нет.
fault-taken = Это уже занято, возможно чем-то из архива.
fault-address-taken = Этот адрес уже есть у кого-то из коллег.
fault-too-long = { $most ->
    [one] Не больше { $most } знака.
    [few] Не больше { $most } знаков.
    [many] Не больше { $most } знаков.
   *[other] Не больше { $most } знака.
}
fault-too-short = { $least ->
    [one] Не меньше { $least } знака.
    [few] Не меньше { $least } знаков.
    [many] Не меньше { $least } знаков.
   *[other] Не меньше { $least } знака.
}
fault-wrong-length = { $most ->
    [one] От { $least } до { $most } знака.
    [few] От { $least } до { $most } знаков.
    [many] От { $least } до { $most } знаков.
   *[other] От { $least } до { $most } знака.
}
fault-out-of-range = Число от { $least } до { $most }.
fault-too-many = Не больше { $most }.
fault-full = Их уже { $most }, больше не поместится. Сначала удалите лишнее.
fault-not-an-address = Нужен адрес электронной почты, например ana@example.org.
fault-own-address = Это наш собственный адрес.
fault-not-a-phone = Только цифры, впереди + и код страны.
fault-not-one-word = { $most ->
    [one] Одно слово, не больше { $most } знака.
    [few] Одно слово, не больше { $most } знаков.
    [many] Одно слово, не больше { $most } знаков.
   *[other] Одно слово, не больше { $most } знака.
}
fault-not-a-language = Код языка, например pl, или ничего.
fault-has-a-slash = Без косой черты.
fault-unknown-place = Ничто так не называется: { $name }.
fault-wrong-password = Это не ваш пароль.
fault-may-not-sign-in = Сначала разрешите этому человеку входить.
fault-empty-file = Файл пуст.
fault-not-ahead = Выберите время в будущем, в пределах года.
fault-too-soon = Отделу нужно время на ответ. Выберите время позже.
fault-ends-first = Конец раньше начала.
