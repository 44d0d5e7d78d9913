"""The message templates that the simulated provider has on record."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from clew.demo.graph.faults import GraphError

PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
PAGE_SIZE = 25


def _template(name: str, language: str, category: str, body: str) -> dict[str, Any]:
    examples = [f"sample {place}" for place in dict.fromkeys(PLACEHOLDER.findall(body))]
    part: dict[str, Any] = {"type": "BODY", "text": body}
    if examples:
        part["example"] = {"body_text": [examples]}
    return {
        "name": name,
        "language": language,
        "category": category,
        "status": "APPROVED",
        "id": f"90{len(name)}{len(body)}",
        "components": [part],
    }


TEMPLATES: Sequence[Mapping[str, Any]] = (
    _template(
        "news_of_your_case",
        "en",
        "UTILITY",
        "Hello {{1}}, there is news about your request: {{2}}. Answer here to go on with it.",
    ),
    _template(
        "news_of_your_case",
        "pl",
        "UTILITY",
        "Dzień dobry {{1}}, mamy wiadomość w Twojej sprawie: {{2}}. Odpowiedz tutaj.",
    ),
    _template(
        "news_of_your_case",
        "hu",
        "UTILITY",
        "Kedves {{1}}! Hírünk van az ügyéről: {{2}}. Válaszoljon itt a folytatáshoz.",
    ),
    _template(
        "news_of_your_case",
        "ru",
        "UTILITY",
        "Здравствуйте, {{1}}! Есть новости по вашему вопросу: {{2}}. Ответьте здесь.",
    ),
    _template("new_in_the_shop", "en", "MARKETING", "New in our shop: {{1}}. Come and see."),
    _template("are_you_still_there", "en", "UTILITY", "Hello, can we still help you?"),
    {
        **_template("spring_offer", "en", "MARKETING", "Spring coats are {{1}} % off this week."),
        "status": "PAUSED",
    },
)


def list_page(after: str) -> dict[str, Any]:
    """Return a page of templates, as the provider lists them."""
    start = int(after) if after.isdigit() else 0
    page = list(TEMPLATES[start : start + PAGE_SIZE])
    end = start + len(page)
    paging: dict[str, Any] = {"cursors": {"before": str(start), "after": str(end)}}
    if end < len(TEMPLATES):
        paging["next"] = f"?after={end}"
    return {"data": page, "paging": paging}


def rendered(sent: Mapping[str, Any]) -> str:
    """Return the text that a person sees of a template that is sent.

    Raises:
        GraphError: There is none such, it is paused, or its values do not fit.
    """
    name, language = sent.get("name"), (sent.get("language") or {}).get("code")
    template = next(
        (one for one in TEMPLATES if one["name"] == name and one["language"] == language), None
    )
    if template is None:
        raise GraphError(132001, f"template name ({name}) does not exist in {language}", status=404)
    if template["status"] != "APPROVED":
        raise GraphError(132015)
    body: str = template["components"][0]["text"]
    wanted = list(dict.fromkeys(PLACEHOLDER.findall(body)))
    given = [
        parameter
        for component in sent.get("components") or []
        if str(component.get("type")).lower() == "body"
        for parameter in component.get("parameters") or []
    ]
    if len(given) != len(wanted):
        raise GraphError(132000, f"localizable_params ({len(given)}) expected ({len(wanted)})")
    values = {
        parameter.get("parameter_name") or wanted[place]: str(parameter.get("text", ""))
        for place, parameter in enumerate(given)
    }
    return PLACEHOLDER.sub(lambda found: values.get(found[1], ""), body)
