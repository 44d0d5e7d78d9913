"""A second process that takes events in while one process has more than it can do.

Python runs on one core. Taking events in is most of the work when many come, so that is what is
given away: `Relief` starts a process when it is called, and forgets it when that ends. Both use
the same database, so nothing depends on either: if the second one dies or falls silent, the
first one goes on alone.
"""

from clew.worker.relief.assisting import assist, telling
from clew.worker.relief.relieving import Relief

__all__ = ["Relief", "assist", "telling"]
