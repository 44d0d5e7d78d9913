"""Paragraphs that were broken into lines for the journey, put together again.

Source: RFC 3676.
"""

_SIGNATURE = "-- "


def unflow(text: str, *, delsp: bool) -> str:
    """Return text of `format=flowed` with a line for each paragraph; quotes keep their marks."""
    lines: list[str] = []
    pieces: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        depth, content = _unquoted(line)
        is_flowed = content.endswith(" ") and content != _SIGNATURE
        if depth != open_depth or content == _SIGNATURE:
            if pieces:
                lines.append("".join(pieces).rstrip(" "))
            pieces = []
        if not pieces and depth:
            pieces = [">" * depth + " "]
        pieces.append(content[:-1] if is_flowed and delsp else content)
        open_depth = depth if is_flowed else -1
        if not is_flowed:
            lines.append("".join(pieces))
            pieces = []
    return "\n".join([*lines, "".join(pieces)] if pieces else lines)


def _unquoted(line: str) -> tuple[int, str]:
    """Return how deep a line is quoted, and what it says without marks and stuffing."""
    content = line.lstrip(">")
    return len(line) - len(content), content.removeprefix(" ")
