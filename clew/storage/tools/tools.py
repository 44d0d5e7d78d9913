"""What agents work with beside cases, as one port; each part is a module beside."""

from clew.ports.store.attention import Attention
from clew.ports.store.tools import (
    CannedReplies,
    KeptDrafts,
    Mentions,
    SavedViews,
    Stars,
    Tags,
)
from clew.storage.tools.attention import SqlAttention
from clew.storage.tools.canned_replies import SqlCannedReplies
from clew.storage.tools.drafts import SqlDrafts
from clew.storage.tools.mentions import SqlMentions
from clew.storage.tools.stars import SqlStars
from clew.storage.tools.tags import SqlTags
from clew.storage.tools.views import SqlSavedViews
from clew.storage.unit import Unit


class SqlTools:
    """All of it, within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self.tags: Tags = SqlTags(unit)
        self.canned_replies: CannedReplies = SqlCannedReplies(unit)
        self.drafts: KeptDrafts = SqlDrafts(unit)
        self.views: SavedViews = SqlSavedViews(unit)
        self.stars: Stars = SqlStars(unit)
        self.mentions: Mentions = SqlMentions(unit)
        self.attention: Attention = SqlAttention(unit)
