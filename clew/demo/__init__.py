"""The demo: a sample workspace and simulated phones. Nothing of it runs under `clew up`."""
