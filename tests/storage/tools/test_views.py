"""Saved views are kept, replaced and deleted."""

from dataclasses import replace

from clew.domain.ids import SavedViewId
from clew.domain.tools import SavedView
from tests.fixtures.workplace import Shop


async def test_a_view_is_kept_replaced_and_deleted(each_shop: Shop) -> None:
    workspace_id = each_shop.admin.workspace_id
    view = SavedView(
        id=SavedViewId(each_shop.deps.ids.new()),
        workspace_id=workspace_id,
        agent_id=each_shop.admin.id,
        name="Late",
        filters={"owner": "me", "text": "żółć"},
    )
    shared = replace(view, name="Ours", is_shared=True)
    async with each_shop.deps.store.write() as tx:
        await tx.tools.views.save(view)
        first = await tx.tools.views.all(workspace_id)
        await tx.tools.views.save(shared)
        second = await tx.tools.views.all(workspace_id)
        await tx.tools.views.forget(workspace_id, view.id)
        third = await tx.tools.views.all(workspace_id)

    assert (first, second, third) == ([view], [shared], [])
