"""Whether the address in From is its owner's doing, by the notes of our own mail server.

A server that takes a mail in writes what it found into Authentication-Results. Anybody may write
such a field, so only those of the server that the administrator named count, and of these only the
ones above all others: what stands below came with the mail. Several of ours may stand there, one
for each thing that was checked. A sender may put one of that name right below them, which servers
have to take out and not all do, so of each method the topmost field speaks alone.

Source:
    RFC 8601 (Authentication-Results), RFC 7489 (DMARC and alignment).
"""

import re
from collections.abc import Iterable, Sequence

from clew.ports.channel import Proof

_COMMENT = re.compile(r"\((?:[^()\\]|\\.)*\)")
_RESULT = re.compile(
    r"\s*(?P<method>[a-z-]+)(?:/\d+)?\s*=\s*(?P<result>[a-z]+)\b(?P<rest>.*)", re.S
)
_PROPERTY = re.compile(r"(?P<name>[a-z]+\.[a-z-]+)\s*=\s*\"?(?P<value>[^\s;\"]+)")
_MOST_FIELDS = 50
_LONGEST_FIELD = 10_000


def proof_of(results: Sequence[str], trusted: str, from_domain: str) -> Proof:
    """Return how well it is proved that a mail is from the domain it names.

    Args:
        results: All fields of that name, the topmost first.
        trusted: What our own server calls itself; empty: none is believed.
        from_domain: Of the address in From.
    """
    if not trusted or not from_domain:
        return Proof.NONE
    found = _topmost(_ours(results, trusted))
    verdicts = {
        result
        for method, result, rest in found
        if method == "dmarc" and (result != "pass" or _is_about(rest, from_domain))
    }
    if "pass" in verdicts:
        return Proof.PROVIDER
    if any(_is_aligned(method, result, rest, from_domain) for method, result, rest in found):
        return Proof.PROVIDER
    if "fail" in verdicts:
        return Proof.FORGED
    hard_fails = {method for method, result, _ in found if result in {"fail", "hardfail"}}
    return Proof.FORGED if "spf" in hard_fails and not _has_dkim(found) else Proof.NONE


def _ours(results: Sequence[str], trusted: str) -> Iterable[str]:
    """Yield the fields of our server that stand above those of anybody else."""
    for field in results[:_MOST_FIELDS]:
        plain = _COMMENT.sub(" ", field[:_LONGEST_FIELD])
        name, _, rest = plain.partition(";")
        who = name.split()[0] if name.split() else ""
        if who.strip('"').lower().rstrip(".") != trusted.lower().rstrip("."):
            return
        yield rest


def _topmost(fields: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return the results of all methods, each from the first field that has it."""
    found: list[tuple[str, str, str]] = []
    known: set[str] = set()
    for field in fields:
        found += (new := [one for one in _results(field) if one[0] not in known])
        known.update(method for method, _, _ in new)
    return found


def _results(field: str) -> Iterable[tuple[str, str, str]]:
    for part in field.split(";"):
        if found := _RESULT.match(part.lower()):
            yield found["method"], found["result"], found["rest"]


def _is_about(rest: str, from_domain: str) -> bool:
    """Say whether DMARC was asked about the address that we read in From.

    A server may read another one in a From that breaks the rules.
    """
    given = {found["name"]: found["value"] for found in _PROPERTY.finditer(rest)}
    asked = given.get("header.from", from_domain).rpartition("@")[2]
    return asked.rstrip(".") == from_domain.lower().rstrip(".")


def _is_aligned(method: str, result: str, rest: str, from_domain: str) -> bool:
    """Say whether SPF or DKIM passed for the domain that From names, or one that it lies under.

    Without a list of public suffixes it cannot be said that two domains beside each other have
    one owner, so less counts as aligned here than DMARC allows; its own verdict is better.
    """
    wanted = {"dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom", "smtp.from")}.get(method)
    if result != "pass" or wanted is None:
        return False
    given = {found["name"]: found["value"] for found in _PROPERTY.finditer(rest)}
    domains = [given[name].rpartition("@")[2] for name in wanted if name in given]
    return any(is_over(one.rstrip("."), from_domain.lower().rstrip(".")) for one in domains)


def is_over(domain: str, from_domain: str) -> bool:
    """Say whether a domain is the one in From, or one that it lies under."""
    return domain.count(".") >= 1 and f".{from_domain}".endswith(f".{domain}")


def _has_dkim(found: Sequence[tuple[str, str, str]]) -> bool:
    return any(method == "dkim" and result == "pass" for method, result, _ in found)
