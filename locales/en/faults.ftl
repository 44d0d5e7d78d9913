# What is wrong with a value of a form.

fault-missing = Fill this in.
fault-unfit = This does not look right.
fault-unknown = This does not exist, or no longer does.
fault-taken = Another one has this already; it may be archived.
fault-address-taken = Somebody here has this address already.
fault-too-long = { $most ->
    [one] At most { $most } character.
   *[other] At most { $most } characters.
}
fault-too-short = { $least ->
    [one] At least { $least } character.
   *[other] At least { $least } characters.
}
fault-wrong-length = { $most ->
    [one] From { $least } to { $most } character.
   *[other] From { $least } to { $most } characters.
}
fault-out-of-range = A number from { $least } to { $most }.
fault-too-many = At most { $most }.
fault-full = There are { $most } already, and no more fit. Remove some first.
fault-not-an-address = An e-mail address is needed, such as ana@example.org.
fault-own-address = This is an address of ours.
fault-not-a-phone = Digits, with + and the country’s code in front.
fault-not-one-word = { $most ->
    [one] One word of at most { $most } character.
   *[other] One word of at most { $most } characters.
}
fault-not-a-language = A code such as pl, or nothing.
fault-has-a-slash = Without a slash.
fault-unknown-place = Nothing is known by this name: { $name }.
fault-wrong-password = This is not your password.
fault-may-not-sign-in = Let them sign in first.
fault-empty-file = The file is empty.
fault-not-ahead = Choose a time ahead, within a year.
fault-too-soon = A department needs time to answer. Choose a later time.
fault-ends-first = This ends before it begins.
