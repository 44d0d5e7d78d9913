# Mennyi időt fordított valaki maga egy ügyre.

attention = A ráfordított időd
attention-little = kevesebb mint egy perc
attention-pause = Szünet
attention-resume = Számlálás folytatása
attention-paused = szünetel
attention-correct = Javítás
attention-minutes = Perc ezen az ügyön
attention-about = Addig számít, amíg dolgozol az ügyön. Csak te látod; a létszámot legalább öt ember összesített ideje alapján tervezik.
