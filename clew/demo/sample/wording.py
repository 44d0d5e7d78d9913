"""Tags and canned replies of the sample, and which of its cases have which tags."""

from clew.demo.sample.people import Shop
from clew.domain.ids import CaseId, TagId
from clew.domain.tools import TagColor
from clew.ports.store import CaseQuery, Place
from clew.services.canned_replies import SaveCannedReply, save_canned_reply
from clew.services.deps import Deps
from clew.services.tags import SaveTag, save_tag, tag_case

REFUND, DELIVERY, INVOICE, PRAISE = "Refund", "Delivery", "Invoice", "Praise"
TAGS = (
    (REFUND, TagColor.AMBER),
    (DELIVERY, TagColor.BLUE),
    (INVOICE, TagColor.VIOLET),
    (PRAISE, TagColor.GREEN),
)
CANNED_REPLIES = (
    SaveCannedReply(
        title="Thank you",
        shortcut="thanks",
        text="Thank you, {contact.first_name}! Write here whenever something comes up.",
        language="en",
    ),
    SaveCannedReply(
        title="Dziękujemy",
        shortcut="thanks",
        text="Dziękujemy za wiadomość! Proszę pisać tutaj, gdy tylko coś się pojawi.",
        language="pl",
    ),
    SaveCannedReply(
        title="We look into it",
        shortcut="look",
        text=(
            "Hello {contact.first_name}, this is {agent.first_name} from {workspace.name}. "
            "I am looking into it (number {case.number}) and will write today."
        ),
        language="en",
    ),
    SaveCannedReply(
        title="Return address",
        shortcut="address",
        text="Jan's Shop, returns\nul. Krótka 7\n00-001 Warszawa",
    ),
)
BY_SUBJECT = {
    "Paczka nie dotarła": (DELIVERY,),
    "Когда доставка?": (DELIVERY,),
    "Hibás számla": (INVOICE,),
    "Возврат свитера": (REFUND,),
    "Lamp in the wrong colour": (DELIVERY, PRAISE),
}


async def write_words(shop: Shop, deps: Deps) -> None:
    """Make the tags and the canned replies."""
    olga = shop.asker("Olga")
    for name, color in TAGS:
        await save_tag(SaveTag(name=name, color=color), asker=olga, deps=deps)
    for reply in CANNED_REPLIES:
        await save_canned_reply(reply, asker=olga, deps=deps)


async def tag_cases(shop: Shop, deps: Deps) -> None:
    """Give the cases of the stories their tags."""
    olga = shop.asker("Olga")
    query = CaseQuery(workspace_id=shop.workspace_id, agent_id=olga.id, place=Place.ALL, limit=200)
    async with deps.store.read() as reader:
        tags = {tag.name: tag.id for tag in await reader.tools.tags.all(shop.workspace_id)}
        cases = (await reader.cases(query)).items
    for case in cases:
        wanted = [TagId(tags[name]) for name in BY_SUBJECT.get(case.subject, ())]
        if wanted:
            await tag_case(CaseId(case.id), wanted, asker=olga, deps=deps)
