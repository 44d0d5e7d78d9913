"""The main job of Clew: from a contact's message to an answer, parked, woken, resolved, found."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, PETER, sign_in
from tests.journeys.phone import take_phone


async def test_a_conversation_over_days_never_loses_the_thread(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    """A contact and two agents; three days; one conversation."""
    shop = running_shop
    phone = await take_phone(shop, new_context, "Vera Lind", "+44 7700 900 200")
    olga = await sign_in(shop, new_context, complaints, OLGA)
    peter = await sign_in(shop, new_context, complaints, PETER)

    # It appears at once in the list of whoever is next, without a reload.
    await phone.write("The kettle I ordered leaks.")
    await expect(olga.row("Vera Lind")).to_be_visible()

    # The agent answers; the phone shows it; the ticks come back to the agent.
    await olga.open("Vera Lind")
    await expect(olga.said("The kettle I ordered leaks.")).to_be_visible()
    await olga.reply("Sorry about that. Could you send a photo of it?")
    await expect(phone.said("Could you send a photo of it?")).to_be_visible()
    await expect(olga.said("Could you send a photo of it?")).to_contain_text("Read")
    await expect(phone.said("The kettle I ordered leaks.")).to_contain_text("seen by the shop")

    # A time that is named in an answer may be kept as a promise; here it is not.
    field = olga.page.get_by_role("textbox", name="Reply", exact=True)
    await field.fill("I will write by tomorrow 10:00.")
    offer = olga.page.get_by_text("Keep as a promise: ")
    await expect(offer).to_contain_text("10:00")
    await olga.page.get_by_role("button", name="Yes", exact=True).click()
    promised = olga.page.get_by_label("Answer promised by")
    await expect(promised).to_have_value(re.compile("T10:00$"))
    await olga.page.get_by_role("button", name="No promise").click()
    await olga.page.get_by_role("button", name="No", exact=True).click()
    await expect(offer).to_have_count(0)
    await field.fill("")

    # Parked: out of the way until its time has come, then back with its reason.
    await olga.park("ask the supplier about leaks")
    await olga.go_to("Parked")
    await expect(olga.row("Vera Lind")).to_be_visible()
    await olga.go_to("My move")
    await expect(olga.row("Vera Lind")).to_have_count(0)
    await expect(olga.page.get_by_text("The next one comes back:")).to_be_visible()
    await phone.move_clock("Tomorrow 9:00")
    await expect(olga.row("Vera Lind")).to_be_visible()
    await olga.open("Vera Lind")
    await expect(olga.timeline).to_contain_text("ask the supplier about leaks")
    back = olga.page.get_by_role("region", name="Back from parking")
    await expect(back).to_contain_text("ask the supplier about leaks")

    # Days later the contact goes on, in the same conversation, quoting what was asked.
    await phone.move_clock("+3 days")
    await phone.quote("Could you send a photo of it?")
    await phone.write("It stopped by itself, all is well now.")
    await expect(olga.said("It stopped by itself")).to_contain_text("Could you send a photo")
    await expect(olga.said("The kettle I ordered leaks.")).to_be_visible()
    await expect(olga.timeline).to_contain_text("3 days · waiting for us (")

    # A colleague finds it by words that the contact used, and answers; the owner sees that live.
    found = await peter.search("kettles leak")
    await found.filter(has_text="Vera Lind").first.get_by_role("link").click()
    await expect(peter.said("It stopped by itself")).to_be_visible()
    await peter.reply("Good to hear. Write whenever you need us.")
    await expect(phone.said("Write whenever you need us.")).to_be_visible()
    await expect(olga.said("Write whenever you need us.")).to_be_visible()
    await expect(back).to_have_count(0)

    # Resolved, and still there for everybody.
    await olga.resolve()
    await peter.go_to("Resolved")
    await expect(peter.row("Vera Lind")).to_be_visible()

    # What has ended takes no words that would be refused: it is reopened first, and then answered.
    composer = olga.page.get_by_role("region", name="Reply", exact=True)
    await expect(composer).to_contain_text("This case is done")
    await expect(composer.get_by_role("textbox")).to_have_count(0)
    await composer.get_by_role("button", name="Reopen").click()
    await olga.reply("One thing more: the new kettle has a lid.")
    await expect(phone.said("the new kettle has a lid")).to_be_visible()

    assert await shop.audit() == {}

    complaints.expect(r"409 \(Conflict\).*/resolution")
    # Thanks need no answer, but somebody has to say so before the case ends.
    await phone.write("Thank you!")
    await expect(olga.said("Thank you!")).to_be_visible()
    await olga.page.get_by_role("button", name="Done", exact=True).first.click()
    dialog = olga.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Done", exact=True).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("Something is still owed here")
    await dialog.get_by_label("No reply needed").check()
    await dialog.get_by_role("button", name="Done", exact=True).click()
    await expect(dialog).to_have_count(0)
    await expect(composer).to_contain_text("This case is done")
