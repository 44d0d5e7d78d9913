## What was changed of a thing
history-of = Előzmények: { $name }
history-about = Az utolsó ötven módosítás. Egy visszavonása nem érinti azt, ami utána történt.
history-none = Amióta a módosításokat megőrizzük, semmi sem változott.
history-added = Hozzáadva
history-take-back = Visszavonás
history-done = Visszavonva. Ez külön módosításként szerepel az előzményekben.
history-replaced = lecserélve; a korábbi érték sehol sincs meg
history-active = Használatban
history-as-usual = mint minden héten
history-before = előtte:
history-after = utána:
history-more = { $n ->
    [one] még { $n } sor
   *[other] még { $n } sor
}
