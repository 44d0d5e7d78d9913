"""What the two processes tell each other, a line each: hints, and how much was taken in."""

from uuid import UUID

from clew.ports.bus import Topic

MAX_BYTES = 200
NONE = "-"
TAKEN = "taken"


def hint_line(topic: Topic, workspace_id: UUID | None) -> bytes:
    """Return a hint as a line."""
    return f"{topic.value} {workspace_id or NONE}\n".encode()


def read_hint(line: bytes) -> tuple[Topic, UUID | None] | None:
    """Return the hint of a line, or None if it is not one."""
    word, _, name = line.decode("ascii", "replace").strip().partition(" ")
    try:
        return Topic(word), None if name == NONE else UUID(name)
    except ValueError:
        return None


def taken_line(count: int) -> bytes:
    """Return the line that says how many events were taken in."""
    return f"{TAKEN} {count}\n".encode()


def read_taken(line: bytes) -> int | None:
    """Return how many events a line says were taken in, or None if it says something else."""
    word, _, number = line.decode("ascii", "replace").strip().partition(" ")
    return int(number) if word == TAKEN and number.isdigit() else None
