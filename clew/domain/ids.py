"""Names for identifiers, so that one cannot be passed for another.

All are UUIDv7: sortable by time and made anywhere, minted outside the domain.
"""

from typing import NewType
from uuid import UUID

WorkspaceId = NewType("WorkspaceId", UUID)
ContactId = NewType("ContactId", UUID)
IdentityId = NewType("IdentityId", UUID)
ConversationId = NewType("ConversationId", UUID)
CaseId = NewType("CaseId", UUID)
TurnId = NewType("TurnId", UUID)
MessageId = NewType("MessageId", UUID)
NoteId = NewType("NoteId", UUID)
AttachmentId = NewType("AttachmentId", UUID)
AgentId = NewType("AgentId", UUID)
TeamId = NewType("TeamId", UUID)
DepartmentId = NewType("DepartmentId", UUID)
ConsultId = NewType("ConsultId", UUID)
InboxId = NewType("InboxId", UUID)
BusinessHoursId = NewType("BusinessHoursId", UUID)
TagId = NewType("TagId", UUID)
CannedReplyId = NewType("CannedReplyId", UUID)
VisitorId = NewType("VisitorId", UUID)
SavedViewId = NewType("SavedViewId", UUID)
MergeId = NewType("MergeId", UUID)
ConsentId = NewType("ConsentId", UUID)
RevisionId = NewType("RevisionId", UUID)
