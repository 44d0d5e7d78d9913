"""HTTP: authenticate, parse, call one service, render. No rules live here."""
