# Все сроки обращения и откуда они взялись.

deadline-answer = Ответ
deadline-promise = Обещано
deadline-waking = Вернётся
deadline-closing = Закроется само
deadline-sending = Ответ уйдёт
deadline-account = { $work } рабочего времени с: { $from }
deadline-special = { $account }; другие часы: { $days }
deadlines-none = Сроков нет.
