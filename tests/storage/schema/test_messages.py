"""Everything that a value says has its column."""

from __future__ import annotations

import pytest
from sqlalchemy import Table

from clew.domain.message import Attachment, Delivery
from clew.storage.schema import attachments, deliveries, messages, notes


@pytest.mark.parametrize(("kind", "table"), [(Delivery, deliveries), (Attachment, attachments)])
def test_every_field_has_its_column(kind: type, table: Table) -> None:
    assert set(kind.__dataclass_fields__) <= set(table.c.keys())  # type: ignore[attr-defined]


@pytest.mark.parametrize("table", [messages, notes, deliveries], ids=lambda table: table.name)
def test_an_entry_is_of_a_case_of_its_workspace(table: Table) -> None:
    references = [reference.column_keys for reference in table.foreign_key_constraints]

    assert ["workspace_id", "case_id"] in references
