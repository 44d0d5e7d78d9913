# Ile czasu ktoś sam poświęcił sprawie.

attention = Twój czas na tę sprawę
attention-little = mniej niż minuta
attention-pause = Wstrzymaj
attention-resume = Licz dalej
attention-paused = wstrzymano
attention-correct = Popraw
attention-minutes = Minuty w tej sprawie
attention-about = Liczy się, gdy coś w tej sprawie robisz. Widzisz to tylko Ty; obsadę planuje się według sum co najmniej pięciu osób.
