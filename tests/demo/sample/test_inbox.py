from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from clew.demo.graph.keeping import new_line
from clew.demo.sample.inbox import connect_chat, connect_inbox
from tests.demo.sample.looking import look_into
from tests.fixtures.sample import MadeSample


async def test_the_inbox_follows_the_simulation(made_sample: MadeSample, tmp_path: Path) -> None:
    """Another port, or a simulation that began anew: the same inbox, with what is right now."""
    shutil.copytree(made_sample.settings.data, tmp_path / "moved")
    moved = replace(made_sample, settings=replace(made_sample.settings, data=tmp_path / "moved"))
    line, api_url = new_line(), "http://127.0.0.1:9000/simulation/graph/v25.0"

    async with look_into(moved) as sample:
        inbox_id = await connect_inbox(sample.shop, line, api_url, sample.deps)
        found = await sample.deps.directory.inbox(inbox_id)

    assert inbox_id == made_sample.sample.inbox_id
    assert found is not None
    assert found[1].settings["api_base_url"] == api_url
    assert found[1].secrets["app_secret"] == line.app_secret


async def test_sites_that_were_added_to_the_chat_stay(
    made_sample: MadeSample, tmp_path: Path
) -> None:
    """Whoever tries the chat on a page of their own does so once, not after each start."""
    shutil.copytree(made_sample.settings.data, tmp_path / "moved")
    moved = replace(made_sample, settings=replace(made_sample.settings, data=tmp_path / "moved"))

    async with look_into(moved) as sample:
        for site in ("http://own.test", "http://127.0.0.1:9001"):
            inbox_id = await connect_chat(sample.shop, site, sample.deps)
        found = await sample.deps.directory.inbox(inbox_id)

    assert found is not None
    sites = found[1].settings["allowed_sites"].split()
    assert sites[-2:] == ["http://own.test", "http://127.0.0.1:9001"]
