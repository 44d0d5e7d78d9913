"""The template that a reply is: one that the provider approved, with all its values.

What it says is put together here and kept, so that the time line shows what the contact reads, and
its category with it: a contact may say no to advertising while a message still waits.
"""

from collections.abc import Mapping

from clew.domain.errors import CannotSend, InvalidInput
from clew.domain.faults import Fault
from clew.ports.channel import DenyReason, Template
from clew.ports.store import Transaction
from clew.services.replies.commands import SendReply
from clew.services.sendability import Way

UNKNOWN = "template_unknown"


async def chosen_template(command: SendReply, way: Way, tx: Transaction) -> Template | None:
    """Return the template that a reply asks for, if it asks for one.

    Raises:
        CannotSend: The provider has approved none such, or it is advertising and not wanted.
        InvalidInput: A value is missing, or there is no place for one.
    """
    wanted = command.template
    if wanted is None:
        return None
    known = await tx.people.templates(way.inbox.workspace_id, way.inbox.id)
    name, language = wanted.get("name"), wanted.get("language")
    found = next((one for one in known if (one.name, one.language) == (name, language)), None)
    if found is None or not found.can_be_sent:
        raise CannotSend(UNKNOWN, f"{way.inbox.name} has no such approved template")
    if found.is_marketing and not way.takes_marketing:
        raise CannotSend(DenyReason.NO_MARKETING.value, "the contact wants no advertising there")
    _check_values(found, _values(command))
    return found


def filled_in(
    command: SendReply, template: Template | None
) -> tuple[str, Mapping[str, object] | None]:
    """Return the words of a reply, and what is kept of its template."""
    if template is None:
        return command.text, None
    values = _values(command)
    kept = {
        "type": "template",
        "name": template.name,
        "language": template.language,
        "category": template.category,
        "parameters": values,
    }
    return template.filled(values), kept


def _check_values(template: Template, values: Mapping[str, str]) -> None:
    missing = [name for name in template.parameters if not values.get(name, "").strip()]
    if missing:
        raise InvalidInput("template", f"a value is missing: {missing[0]}", Fault.MISSING)
    if unknown := values.keys() - set(template.parameters):
        raise InvalidInput("template", f"there is no place for a value: {min(unknown)}")


def _values(command: SendReply) -> dict[str, str]:
    given = (command.template or {}).get("parameters")
    return dict(given) if isinstance(given, Mapping) else {}
