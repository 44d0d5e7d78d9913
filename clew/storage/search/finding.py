"""Search: the newest messages and notes that contain all the words and meet all filters.

What the index knows it answers at once. The rest is looked at one by one, newest first: the words
of a phrase, the ends of a time, whose case it is now. Of few cases the index is asked by their
numbers; of many, what matches comes soon enough. Looking ends after `MOST` entries: then the page
is short and its cursor leads on, so that no question takes long.
"""

from collections.abc import Sequence
from itertools import chain

from sqlalchemy.engine import RowMapping

from clew.ports.language import Analyser
from clew.ports.store.searching import SearchQuery
from clew.ports.store.views import Named, Page, SearchHit
from clew.storage.reading.cursors import number_cursor, number_of
from clew.storage.search import marks
from clew.storage.search.engines import MAX_SEQ, matching
from clew.storage.search.hours import stretch_of
from clew.storage.search.phrases import holds
from clew.storage.search.questions import Question, question
from clew.storage.search.snippets import snippet
from clew.storage.search.written import case_numbers, file_names, written
from clew.storage.unit import Unit

MAX_LIMIT = 100
# How many cases the index is asked for by their numbers, and how many entries are looked at.
MOST_CASES = 256
MOST = 1_000
STEP = 500
SPARE = 2


async def search_page(unit: Unit, analyser: Analyser, query: SearchQuery) -> Page[SearchHit]:
    """Return messages and notes that are asked for, the newest first.

    Raises:
        InvalidInput: The cursor is not one of ours.
    """
    limit = max(1, min(query.limit, MAX_LIMIT))
    asked = await _question(unit, analyser, query)
    if asked is None:
        return Page(items=[])
    rows, last = await _looked_through(unit, query, asked, await _span(unit, query), limit)
    names = await file_names(unit, rows)
    return Page(
        items=[_hit(row, names.get(row["id"], []), asked, analyser) for row in rows],
        next_cursor=number_cursor(last) if last is not None else None,
    )


async def _question(unit: Unit, analyser: Analyser, query: SearchQuery) -> Question | None:
    """Return the question for the index; None: nothing can be found."""
    wanted = list(marks.of_query(query))
    if query.is_of_cases:
        numbers = await case_numbers(unit, query, MOST_CASES + 1)
        if len(numbers) <= MOST_CASES:
            wanted.append(tuple(map(marks.of_case, numbers)))
    if not query.text.strip() and query.has_filter and (query.is_of_cases or not wanted):
        wanted.append((marks.ANY,))
    if not all(wanted):
        return None
    return question(query.text, analyser, wanted)


async def _span(unit: Unit, query: SearchQuery) -> range:
    """Return the numbers of the log that are looked at: from its first to before its last."""
    before = min(max(number_of(query.cursor), 0), MAX_SEQ) if query.cursor else MAX_SEQ
    found = await stretch_of(unit, query)
    return range(before) if found is None else range(found.start, min(before, found.stop))


async def _looked_through(
    unit: Unit, query: SearchQuery, asked: Question, span: range, limit: int
) -> tuple[list[RowMapping], int | None]:
    """Return at most `limit` rows, and the number before which more may be found."""
    kept: list[RowMapping] = []
    seen, size = 0, limit + 1
    while True:
        seqs = await matching(unit, query.workspace_id, asked, span, size)
        rows = await written(unit, query, seqs)
        kept += await _with_phrases(unit, rows, asked)
        if len(kept) > limit:
            return kept[:limit], kept[limit - 1]["seq"]
        if len(seqs) < size:
            return kept, None
        seen, span = seen + len(seqs), range(span.start, seqs[-1])
        if seen >= MOST or len(kept) == limit:
            return kept, span.stop
        # As many as are likely to hold what is missing, going by what was looked at.
        size = min(STEP, SPARE * seen * (limit + 1 - len(kept)) // (len(kept) + 1) + 1)


async def _with_phrases(
    unit: Unit, rows: Sequence[RowMapping], asked: Question
) -> Sequence[RowMapping]:
    if not asked.phrases or not rows:
        return rows
    names = await file_names(unit, rows)
    said = [
        "\n".join((row["text"], row["subject"] or "", *names.get(row["id"], []))) for row in rows
    ]
    return [row for row, text in zip(rows, said, strict=True) if holds(text, asked.phrases)]


def _hit(row: RowMapping, names: list[str], asked: Question, analyser: Analyser) -> SearchHit:
    places = [("text", row["text"]), ("subject", row["subject"] or "")]
    places += [("file", name) for name in names]
    made = ((place, snippet(said, asked.terms, analyser)) for place, said in places)
    first = next(made)
    with_hits = (one for one in chain((first,), made) if any(part.hit for part in one[1]))
    found_in, parts = next(with_hits, first)
    return SearchHit(
        message_id=row["id"],
        seq=row["place"],
        conversation_id=row["conversation_id"],
        case_id=row["case_id"],
        case_number=row["number"],
        contact=Named(id=row["contact_id"], name=row["name"]),
        at=row["at"],
        direction=row["direction"],
        channel=row["channel"],
        snippet=parts,
        found_in=found_in,
        author_name=row["author_name"],
        files=names,
    )
