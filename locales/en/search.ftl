# Finding again what was said.

search-label = Search everything ever said
search-hint = At least two letters, or a filter. “Words in quotes” are found as they stand.
search-busy = Searching…
search-none = Nothing found. Fewer words or filters may help.
search-found = { $n ->
    [one] { $n } result
   *[other] { $n } results
}
search-found-more = The newest { $n }.
search-from-us = us
search-note-by = note by { $name }
search-in-subject = Subject:
search-people = People and cases
search-filters = Filters
search-filter = { $name }: { $value }
search-channel = Channel
search-any-channel = Any channel
search-writer = Written by
search-anybody = Anybody
search-team = Team
search-any-team = Any team
search-tag = Tag
search-any-tag = Any tag
search-when = When
search-any-time = Any time
search-today = Today
search-week = Last 7 days
search-month = Last 30 days
search-year = Last 12 months
search-days = Choose days…
search-between = { $from } – { $to }
search-from = From
search-to = To
search-has-file = Has a file
search-clear = Clear filters
