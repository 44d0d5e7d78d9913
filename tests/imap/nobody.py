"""Nobody to ask by HTTP."""

from clew.ports.channel import HttpRequest, HttpResponse


class Nobody:
    """Answers what it was told to, and counts how often it was asked."""

    def __init__(self, *answers: HttpResponse) -> None:
        self.answers = list(answers)
        self.asked: list[HttpRequest] = []

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        self.asked.append(request)
        return self.answers.pop(0)
