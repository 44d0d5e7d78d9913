# Az ügy összes határideje, és hogyan jött ki mindegyik.

deadline-answer = Válasz
deadline-promise = Ígéret
deadline-waking = Visszatér
deadline-closing = Magától lezárul
deadline-sending = A válasz elmegy
deadline-account = { $work } munkaidő ettől: { $from }
deadline-special = { $account }; más nyitvatartás: { $days }
deadlines-none = Nincs határidő.
