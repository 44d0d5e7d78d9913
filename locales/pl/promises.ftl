# Odpowiedź, która podaje czas, do którego będzie coś więcej.

promise-offer = Zapisać jako obietnicę: { $at }
promise-offer-yes = Tak
promise-offer-no = Nie
