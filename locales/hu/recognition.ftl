event-contacts-merged = { $who } ugyanaz a személy: mostantól egy ügyfél
event-contacts-parted = Újra két ügyfél: nem ugyanaz a személy
contact-page = Az ügyfél oldala
refusal-identity-not-confirmed = Előbb igazold, hogy ki ez: az adatok addig letakarva maradnak.
refusal-message-on-its-way = Mindkettőnek épp üzenet megy. Próbáld újra egy pillanat múlva.
