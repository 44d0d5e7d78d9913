"""The heart: facts, rules and events. Pure; knows nothing of databases, networks or clocks."""
