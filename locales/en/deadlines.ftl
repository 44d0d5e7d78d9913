# All that a case is due by, and how each deadline came about.

deadline-answer = Answer
deadline-promise = Promised
deadline-waking = Comes back
deadline-closing = Closes by itself
deadline-sending = A reply goes out
deadline-account = { $work } of work time from { $from }
deadline-special = { $account }; other hours on { $days }
deadlines-none = Nothing is due.
