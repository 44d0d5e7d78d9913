import json

from clew.ports.channel import Progress


def test_progress_survives_being_stored() -> None:
    progress = Progress(("wamid.1",), {"att-1": "media-1"}, tries=2)

    assert Progress.from_json(json.loads(json.dumps(progress.to_json()))) == progress


def test_nothing_stored_is_the_beginning() -> None:
    assert Progress.from_json(None) == Progress.from_json({}) == Progress()
