"""The table of the contact API."""

from __future__ import annotations

from clew.web.contact.routes import CONTACT_API, CONTACT_ROUTES, handlers


def test_every_line_has_a_name_and_a_place_of_its_own() -> None:
    places = {(route.method, route.path) for route in CONTACT_ROUTES}
    names = {route.name for route in CONTACT_ROUTES}

    assert len(handlers()) == len(CONTACT_ROUTES) == len(places) == len(names)
    assert CONTACT_API == "/api/contact/v1"


def test_what_takes_a_body_says_how_long_it_may_be() -> None:
    """What has no limit here is read piece by piece by its controller."""
    unlimited = [route.name for route in CONTACT_ROUTES if route.max_body_bytes is None]

    assert unlimited == ["uploadFile"]
