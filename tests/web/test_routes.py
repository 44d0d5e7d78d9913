"""The table of routes."""

from clew.web.routes import PROCESS_ROUTES, ROUTES, Route, handlers


def test_names_are_unique_and_in_camel_case() -> None:
    names = [route.name for route in (*ROUTES, *PROCESS_ROUTES)]

    assert len(set(names)) == len(names)
    assert all(name.isalpha() and name[0].islower() for name in names)


def test_every_line_becomes_a_handler_with_its_limit() -> None:
    made = handlers()

    assert len(made) == len(ROUTES) + len(PROCESS_ROUTES)
    assert made[0].operation_id == "signIn"


def test_a_controller_gives_its_name() -> None:
    async def send_message_again() -> None: ...

    assert Route("POST", "/", send_message_again).name == "sendMessageAgain"
