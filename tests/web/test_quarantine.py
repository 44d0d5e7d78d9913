"""What could not be read, over HTTP."""

from clew.domain.people import Role
from tests.fixtures.front import Front


async def test_what_could_not_be_read_is_shown_and_tried_again(front: Front) -> None:
    await front.shop.deliver(b"not json at all")

    async with front.of(Role.SUPERVISOR) as lead:
        listed = await lead.get("/quarantine")
        [event] = listed.json()["items"]
        replayed = await lead.post(f"/quarantine/{event['id']}/replay")
        again = await lead.post(f"/quarantine/{event['id']}/replay")

    assert event["preview"].startswith("not json")
    assert event["reason"] == "the body is not JSON: JSONDecodeError"
    assert event["why"] == [{"code": "not_json", "facts": {"problem": "JSONDecodeError"}}]
    assert replayed.status_code == 204
    assert again.status_code == 409


async def test_a_number_that_no_database_holds_is_not_found(front: Front) -> None:
    async with front.of(Role.ADMIN) as admin:
        answer = await admin.post(f"/quarantine/{10**30}/replay")

    assert answer.status_code == 404
