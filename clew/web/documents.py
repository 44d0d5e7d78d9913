"""The API's own description: an OpenAPI 3.1 document, and a page made from it for people.

The framework reads the controllers; what it cannot know is added here: that every refusal is a
problem document, how one signs in, and which headers requests and answers carry.
"""

import re
from http import HTTPStatus
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, select_autoescape
from litestar import Litestar
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from clew import __version__
from clew.domain.faults import Fault
from clew.web.problems import PROBLEM

# Their answers are bytes of any type.
FILES = ("getAttachment", "getThumbnail", "getFile", "getFileThumbnail", "getMailPage")
METHODS = ("get", "post", "put", "patch", "delete")
DESCRIPTION = (
    "Everything the workspace's screens do goes through this API. Ids are UUIDs, instants are ISO "
    "8601 in UTC. Lists are paged: pass `next_cursor` back as `cursor`. A snapshot carries "
    "`X-Seq`, and the WebSocket `/api/v1/stream?after=SEQ` tells every change after that number."
)
PROBLEM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "Why a request was refused (RFC 9457).",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence that may be shown."},
        "code": {"type": "string", "description": "A stable name for programs."},
        "errors": {
            "type": "array",
            "description": "With status 422: what is wrong with each value.",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {
                    "field": {"type": "string"},
                    "message": {"type": "string"},
                    "fault": {
                        "type": "string",
                        "enum": [*Fault],
                        "description": "What is wrong in one word.",
                    },
                    "least": {"type": "integer", "description": "What the fault counts from."},
                    "most": {"type": "integer", "description": "What the fault counts to."},
                    "name": {"type": "string", "description": "What the fault names."},
                },
            },
        },
    },
}
SECURITY_SCHEMES: dict[str, Any] = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "`clew token create` makes one."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "clew_session",
        "description": "Unsafe methods also need the `X-CSRF-Token` that `getSession` returns.",
    },
}
IDEMPOTENCY_KEY: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same again is done once and answered as before.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
}
X_SEQ: dict[str, Any] = {
    "description": "The sequence number that the answer is at least as new as.",
    "schema": {"type": "integer"},
}

CONFIG = OpenAPIConfig(
    title="Clew",
    version=__version__,
    description=DESCRIPTION,
    use_handler_docstrings=True,
    path="/api/framework",
    # The framework wants one; ours are served by `clew.web.api`.
    render_plugins=[JsonRenderPlugin(path="/openapi.json")],
)

CONTACT_DESCRIPTION = (
    "The contact's side of a web chat, for the widget and for mobile apps. The stream, signed "
    "tokens and what visitors see are described in docs/reference/contact-api.md."
)
CONTACT_CONFIG = OpenAPIConfig(
    title="Clew contact API",
    version=__version__,
    description=CONTACT_DESCRIPTION,
    use_handler_docstrings=True,
    path="/api/contact/framework",
    render_plugins=[JsonRenderPlugin(path="/openapi.json")],
)
VISITOR_SCHEMES: dict[str, Any] = {
    "visitor": {"type": "http", "scheme": "bearer", "description": "`beginSession` gives one."},
}


def contact_document(app: Litestar, public_names: frozenset[str]) -> dict[str, Any]:
    """Return the OpenAPI document of the contact API; `public_names` need no session."""
    document = openapi_document(app, public_names)
    document["components"]["securitySchemes"] = VISITOR_SCHEMES
    document["security"] = [{"visitor": []}]
    for path in document["paths"].values():
        for operation in path.values():
            parameters = operation.get("parameters", [])
            operation["parameters"] = [one for one in parameters if one != IDEMPOTENCY_KEY]
            for answer in operation["responses"].values():
                answer.pop("headers", None)
    return document


def openapi_document(app: Litestar, public_names: frozenset[str]) -> dict[str, Any]:
    """Return the OpenAPI document of the API; `public_names` need no signing in."""
    document = _renamed(app.openapi_schema.to_schema())
    components = document.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = PROBLEM_SCHEMA
    components["securitySchemes"] = SECURITY_SCHEMES
    document["security"] = [{"bearer": []}, {"session": []}]
    for path in document["paths"].values():
        for method in METHODS:
            if method in path:
                _complete(method, path[method], public_names)
    return document


def _renamed(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with names for people: `Case`, not `CaseView`; `CasePage`."""
    names: dict[str, str] = {}
    known = set(document.get("components", {}).get("schemas", {}))
    for name in sorted(known):
        short = re.sub(r"^Page_(?:\w+\.)*(\w+?)_$", r"\1Page", name).replace("View", "")
        names[name] = name if short in known else short
    written = msgspec.json.encode(document).decode()
    for name, short in names.items():
        written = written.replace(
            f'"#/components/schemas/{name}"', f'"#/components/schemas/{short}"'
        )
    renamed: dict[str, Any] = msgspec.json.decode(written)
    schemas = renamed.get("components", {}).get("schemas", {})
    renamed["components"]["schemas"] = {
        names[name]: {**schema, "title": names[name]} for name, schema in schemas.items()
    }
    return renamed


def _complete(method: str, operation: dict[str, Any], public_names: frozenset[str]) -> None:
    """Add to an operation what the framework cannot know, and take away what is not so."""
    words = operation.get("description", "").strip()
    operation["summary"] = words.partition("\n")[0].rstrip(".")
    operation["description"] = re.sub(r"\s+", " ", words)
    operation.setdefault("parameters", [])
    if operation["operationId"] in public_names:
        operation["security"] = []
    elif method == "post":
        operation["parameters"].append(IDEMPOTENCY_KEY)
    answers = operation["responses"]
    answers.pop("400", None)  # the framework's own form of refusal, which we never send
    for status, answer in answers.items():
        answer["description"] = HTTPStatus(int(status)).phrase
        if status == "204":
            answer.pop("content", None)
        if operation["operationId"] in FILES:
            answer["content"] = {"*/*": {"schema": {"type": "string", "format": "binary"}}}
        if method == "get" and operation["operationId"] not in public_names and status == "200":
            answer.setdefault("headers", {})["X-Seq"] = X_SEQ
    if operation["operationId"] in ("sendMessage", "addNote", "say"):
        answers["200"] = {**answers["201"], "description": "It was here already."}
    answers["default"] = {
        "description": "It was refused.",
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def encode(document: dict[str, Any]) -> bytes:
    """Return a document as bytes."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1)


_PAGES = Environment(
    loader=PackageLoader("clew.web"), autoescape=select_autoescape(), trim_blocks=True
)


def documentation_page(document: dict[str, Any]) -> bytes:
    """Return the page that people read; it needs nothing from anywhere else."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, operations in document["paths"].items():
        for method in METHODS:
            if method in operations:
                operation = operations[method]
                entry = {"method": method.upper(), "path": path, **operation}
                groups.setdefault(operation["tags"][0], []).append(entry)
    template = _PAGES.get_template("documentation.html")
    page = template.render(
        document=document, groups=groups, schemas=document["components"]["schemas"], say=say_type
    )
    return page.encode()


def say_type(schema: dict[str, Any] | None) -> str:
    """Return a schema in a few words."""
    if not schema:
        return "anything"
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    for joined in ("oneOf", "anyOf"):
        if joined in schema:
            return " or ".join(say_type(one) for one in schema[joined])
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    kind = schema.get("type", "anything")
    if isinstance(kind, list):
        return " or ".join(str(one) for one in kind)
    if kind == "array":
        return f"list of {say_type(schema.get('items'))}"
    return str(schema.get("format") or kind)
