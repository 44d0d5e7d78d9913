"""How benchmarks print: one line a number, milliseconds as percentiles."""

from collections.abc import Sequence


def line(name: str, value: str) -> None:
    """Print one result."""
    print(f"{name:<42} {value}", flush=True)


def percentiles(seconds: Sequence[float], scale: float = 1000) -> str:
    """Return p50, p95, p99 and the greatest, in milliseconds."""
    if not seconds:
        return "nothing measured"
    ordered = sorted(seconds)
    places = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)]
    shown = [
        f"{name} {ordered[min(len(ordered) - 1, int(len(ordered) * share))] * scale:,.1f}"
        for name, share in places
    ]
    return ", ".join([*shown, f"max {ordered[-1] * scale:,.1f}"])
