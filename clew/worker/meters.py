"""What the workers count."""

from prometheus_client import Counter, Gauge

FAILURES = Counter("clew_worker_failures", "Steps of workers that failed", ["worker"])
CLOCK_LAG = Gauge(
    "clew_clock_lag_seconds", "How long ago every deadline that had passed was last carried out"
)
SENDING = Gauge("clew_deliveries_sending", "Deliveries on their way to providers")
QUEUED = Gauge("clew_deliveries_queued", "Deliveries that wait, by inbox", ["inbox"])
INBOXES = Gauge("clew_inboxes", "Inboxes by state", ["state"])
INGESTED = Counter("clew_intake_taken", "Raw events taken in")
FETCHED = Counter("clew_media_fetches", "Tries to fetch files of contacts")
