"""The tests of Clew. Folders mirror `clew/`; fixtures are plugins in `tests/fixtures`."""
