"""Files that visitors uploaded and never sent: they are forgotten, with what lies on the disk."""

from datetime import datetime

from sqlalchemy import and_, delete, select, tuple_

from clew.storage.schema import attachments, visitor_uploads
from clew.storage.unit import Unit


async def forget_uploads(unit: Unit, before: datetime, limit: int) -> tuple[str, ...]:
    """Forget files that were uploaded before then and never sent; return their blobs."""
    of_upload = and_(
        visitor_uploads.c.workspace_id == attachments.c.workspace_id,
        visitor_uploads.c.attachment_id == attachments.c.id,
    )
    old = (
        select(
            attachments.c.workspace_id,
            attachments.c.id,
            attachments.c.blob,
            attachments.c.thumbnail_blob,
        )
        .join(visitor_uploads, of_upload)
        .where(attachments.c.message_id.is_(None), attachments.c.created_at < before)
        .order_by(attachments.c.id)
        .limit(limit)
    )
    # Who is sending one of them just now holds its row, and it is left alone.
    rows = await unit.all(unit.engine.lock(old, attachments, skip_locked=True))
    if not rows:
        return ()
    keys = [(row[0], row[1]) for row in rows]
    uploaded = tuple_(visitor_uploads.c.workspace_id, visitor_uploads.c.attachment_id)
    await unit.connection.execute(delete(visitor_uploads).where(uploaded.in_(keys)))
    await unit.connection.execute(
        delete(attachments).where(
            tuple_(attachments.c.workspace_id, attachments.c.id).in_(keys),
            attachments.c.message_id.is_(None),
        )
    )
    return tuple(blob for row in rows for blob in (row[2], row[3]) if blob)
