"""The table of the contact API."""

from __future__ import annotations

from clew.web.contact.routes import CONTACT_API, CONTACT_ROUTES, handlers


def test_every_line_is_an_address_under_the_contact_api() -> None:
    made = {
        (method, path) for one in handlers() for method in one.http_methods for path in one.paths
    }

    assert len(made) == len(CONTACT_ROUTES)
    assert all(path.startswith(f"{CONTACT_API}/") for _, path in made)


def test_what_takes_a_body_says_how_long_it_may_be() -> None:
    """What has no limit here is read piece by piece by its controller."""
    unlimited = [route.name for route in CONTACT_ROUTES if route.max_body_bytes is None]

    assert unlimited in ([], ["uploadFile"])
