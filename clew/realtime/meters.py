"""What the gateway counts."""

from prometheus_client import Counter, Gauge, Histogram

SOCKETS = Gauge("clew_stream_sockets", "Open WebSockets")
FRAMES = Counter("clew_stream_frames", "Frames handed to sockets")
CHANGES = Counter("clew_stream_changes", "Changed rows read and encoded, once for all sockets")
RESETS = Counter("clew_stream_resets", "Sockets told to take a fresh snapshot", ["reason"])
CLOSED = Counter("clew_stream_closed", "Sockets closed by us", ["reason"])
READ_SECONDS = Histogram(
    "clew_stream_read_seconds",
    "How long it took to read and encode what changed",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5),
)
