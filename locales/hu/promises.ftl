# Válasz, amely megmondja, meddig lesz folytatás.

promise-offer = Legyen ez ígéret: { $at }
promise-offer-yes = Igen
promise-offer-no = Nem
