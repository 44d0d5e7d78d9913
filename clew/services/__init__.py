"""Use cases: one async function each; load, decide, record. The rules are the domain's."""
