"""How people say that their answers stand between the lines that they quote. In lower case.

One word of each kind must be said: "my *answers* are *below*". A colour alone says nothing; it
may be the colour of a kettle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ANSWERS: Mapping[str, Sequence[str]] = {
    "en": ("answer", "repl", "comment", "respon", "remarks", "my notes"),
    "pl": ("odpowied", "odpowiad", "komentarz", "uwagi", "dopis", "odpisa"),
    "ru": ("ответ", "отвеча", "комментар", "замечани"),
    "uk": ("відпов", "комент", "зауважен"),
    "hu": ("válasz", "megjegyzés"),
    "de": ("antwort", "kommentar", "anmerkung", "beantwort"),
    "fr": ("répon", "repons", "comment", "remarque"),
    "es": ("respuest", "respond", "coment", "contest"),
    "it": ("rispost", "rispond", "comment", "annotazion"),
    "pt": ("respost", "respond", "coment"),
    "nl": ("antwoord", "reactie", "opmerking", "commentaar"),
    "cs": ("odpov", "komentář", "poznámk"),
    "sv": ("svar", "kommentar"),
    "da": ("svar", "kommentar"),
    "zh": ("回复", "回覆", "答复", "回答", "答覆", "批注", "意见"),
    "ja": ("回答", "返信", "返答", "コメント"),
}

PLACES: Mapping[str, Sequence[str]] = {
    "en": ("below", "inline", "in-line", "in line", "in red", "in blue", "in green", "in bold",
           "between the lines", "in the text", "in your mail", "in your email", "in colour",
           "in color", "interspersed", "highlighted"),
    "pl": ("poniżej", "niżej", "w treści", "na czerwono", "na niebiesko", "na zielono",
           "kolorem", "w tekście", "między wierszami", "pogrubi"),
    "ru": ("ниже", "в тексте", "по тексту", "красным", "синим", "зелёным", "зеленым", "цветом",
           "между строк"),
    "uk": ("нижче", "у тексті", "в тексті", "по тексту", "червоним", "синім", "зеленим"),
    "hu": ("lent", "alább", "a szövegben", "pirossal", "kékkel", "zölddel", "sorok között"),
    "de": ("unten", "s.u.", "in rot", "in blau", "in grün", "im text", "rot markiert", "inline",
           "zwischen den zeilen", "in ihrer mail", "in ihrer e-mail", "farbig", "nachstehend"),
    "fr": ("ci-dessous", "en rouge", "en bleu", "en vert", "dans le texte", "dans votre message",
           "dans le corps", "entre les lignes", "plus bas"),
    "es": ("abajo", "debajo", "en rojo", "en azul", "en verde", "en el texto", "entre líneas",
           "a continuación"),
    "it": ("sotto", "in rosso", "in blu", "in verde", "nel testo", "di seguito", "tra le righe"),
    "pt": ("abaixo", "em vermelho", "em azul", "em verde", "no texto", "nas entrelinhas"),
    "nl": ("hieronder", "onderstaand", "in het rood", "in rood", "in blauw", "in het blauw",
           "in het groen", "in de tekst", "tussen de regels", "beneden"),
    "cs": ("níže", "červeně", "modře", "zeleně", "v textu", "mezi řádky"),
    "sv": ("nedan", "i rött", "i blått", "i grönt", "i texten", "mellan raderna"),
    "da": ("nedenfor", "herunder", "med rødt", "med blåt", "med grønt", "i teksten"),
    "zh": ("如下", "下面", "下文", "红色", "红字", "蓝色", "蓝字", "文中", "行间", "紅色", "紅字"),
    "ja": ("以下", "下記", "赤字", "青字", "インライン", "文中", "赤色", "行間"),
}  # fmt: skip
