## What was changed of a thing
history-of = History of { $name }
history-about = The latest fifty changes. Taking one back leaves what came after it.
history-none = Nothing has been changed since this is kept.
history-added = Added
history-take-back = Take back
history-done = Taken back. It is a change of its own in the history.
history-replaced = replaced; what was there is kept nowhere
history-active = In use
history-as-usual = as every week
history-before = before:
history-after = after:
history-more = { $n ->
    [one] { $n } more line
   *[other] { $n } more lines
}
