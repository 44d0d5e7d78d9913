"""Items of a timeline without what is fetched only when somebody asks for it."""

from dataclasses import replace

from clew.ports.store.views import TimelineItem

# A mail as it was set may be as long as a hundred messages; it has a page of its own.
ON_DEMAND = "html"


def brief(item: TimelineItem) -> TimelineItem:
    """Return an item that only says that there is HTML."""
    if item.content is None or ON_DEMAND not in item.content:
        return item
    kept = {name: value for name, value in item.content.items() if name != ON_DEMAND}
    return replace(item, content={**kept, "has_html": True})
