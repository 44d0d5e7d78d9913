# Wszystkie terminy sprawy i skąd się wzięły.

deadline-answer = Odpowiedź
deadline-promise = Obiecane
deadline-waking = Wraca
deadline-closing = Zamknie się sama
deadline-sending = Odpowiedź wyjdzie
deadline-account = { $work } czasu pracy od: { $from }
deadline-special = { $account }; inne godziny: { $days }
deadlines-none = Nic nie ma terminu.
