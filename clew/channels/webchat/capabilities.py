"""What our own client can do: everything, and without a window."""

from clew.ports.channel import Capabilities, MediaFamily, MediaLimit

LARGEST_BYTES = 100 * 1024 * 1024

CAPABILITIES = Capabilities(
    text_max=10_000,
    caption_max=10_000,
    media={family: MediaLimit(LARGEST_BYTES) for family in MediaFamily},
    reactions=True,
)
