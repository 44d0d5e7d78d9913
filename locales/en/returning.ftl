# Above the composer of a case that came back from parking.
back-title = Back from parking
back-why = Now: { $reason }
back-write = Write
back-park = Park again
