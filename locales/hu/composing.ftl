# Írás: emodzsik, és később induló válaszok.

emoji-add = Emodzsi
emoji-list = Emodzsik
