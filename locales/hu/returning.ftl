# A félretételből visszatért ügy válaszmezője fölött.
back-title = Visszatért
back-why = Most: { $reason }
back-write = Írok
back-park = Újra félreteszem
