"""What happened at the sample shop lately: a dozen contacts in four languages."""

from collections.abc import Sequence

from clew.demo.sample.deeds import (
    Ago,
    Answered,
    Day,
    Given,
    NeedsNoReply,
    Noted,
    Parked,
    Reacted,
    Resolved,
    Story,
    Wrote,
)
from clew.domain.facts import Outcome

BROKEN_CUP = Story(
    name="Kis Judit",
    phone="+36 20 555 0101",
    subjects=("Törött bögre",),
    owner="Péter",
    deeds=(
        (Day(3, "09:12"), Wrote(text="Jó napot! Ma megjött a csomag, de az egyik bögre törött.")),
        (Day(3, "09:31"), Answered(by="Péter", text="Kedves Judit! Nagyon sajnálom. Tudna küldeni "
         "egy fényképet a bögréről és a dobozról?", name="ask")),
        (Day(3, "15:40"), Wrote(text="Most értem haza, itt van.", picture="cup", quotes="ask",
         name="cup")),
        (Day(3, "15:41"), Wrote(picture="parcel")),
        (Day(3, "15:58"), Noted(by="Péter", text="A doboz sarka be van nyomva: a futár "
         "felelőssége. Új bögrét küldünk, a kárt bejelentem.")),
        (Day(3, "16:04"), Answered(by="Péter", text="Köszönöm, ez jól látszik. Holnap feladjuk az "
         "új bögrét, a töröttet nem kell visszaküldenie.", quotes="cup", name="promise")),
        (Day(3, "16:10"), Reacted(to="promise", emoji="❤️")),
        (Day(3, "16:20"), Parked(by="Péter", until=Day(-1, "10:00"),
         reason="Megérkezett-e az új bögre?")),
    ),
)  # fmt: skip

REFUND = Story(
    name="Anna Kowalska",
    phone="+48 600 555 102",
    subjects=("Wymiana rozmiaru", "Zwrot pieniędzy za płaszcz"),
    owner="Olga",
    deeds=(
        (Day(32, "11:02"), Wrote(text="Dzień dobry, płaszcz jest za mały. Czy mogę wymienić na M?",
         picture="coat")),
        (Day(32, "11:25"), Answered(by="Olga", text="Dzień dobry, oczywiście. Proszę odesłać go "
         "z tą etykietą, M wyślemy tego samego dnia.", picture="label")),
        (Day(32, "18:40"), Wrote(text="Super, dziękuję!")),
        (Day(31, "08:29"), NeedsNoReply(by="Olga")),
        (Day(31, "08:30"), Resolved(by="Olga")),
        (Day(4, "13:42"), Wrote(text="Dzień dobry, M też nie pasuje. Oddałam płaszcz w zeszłym "
         "tygodniu, ale pieniędzy jeszcze nie ma. Numer zamówienia 20417.", name="question")),
        (Day(4, "14:20"), Answered(by="Olga", text="Pani Anno, widzę zwrot w magazynie. Sprawdzam "
         "w księgowości i napiszę.", quotes="question")),
        (Day(4, "16:24"), Noted(by="Olga", text="Księgowość: przelew zlecony, bank potrzebuje do "
         "trzech dni. Ewa potwierdzi numer przelewu.")),
        (Day(4, "16:26"), Parked(by="Olga", until=Day(2, "09:00"),
         reason="Czy księgowość potwierdziła przelew?")),
        (Ago(95), Wrote(text="Dzień dobry, czy są jakieś wieści w sprawie przelewu?")),
        (Ago(78), Answered(by="Olga", text="Ewa z księgowości oddzwania do mnie w ciągu godziny. "
         "Napiszę do Pani zaraz potem.", promise=Ago(-45))),
        (Ago(20), Wrote(text="Dobrze, czekam.")),
    ),
)  # fmt: skip

LATE_PARCEL = Story(
    name="Tomasz Zieliński",
    phone="+48 601 555 103",
    subjects=("Paczka nie dotarła",),
    owner="Olga",
    deeds=(
        (Day(1, "14:05"), Wrote(text="Paczka miała być wczoraj. Kurier nie odbiera telefonu.")),
        (Day(1, "14:07"), Wrote(text="Numer przesyłki 00559007731234. Bardzo proszę o pomoc.")),
    ),
)

DELIVERY_DATE = Story(
    name="Иван Петров",
    phone="+7 901 555 0104",
    subjects=("Когда доставка?",),
    owner="Péter",
    deeds=(
        (Day(1, "10:15"), Wrote(text="Здравствуйте! Заказ 20433, когда ждать доставку?")),
        (Day(1, "10:40"), Answered(by="Péter", text="Здравствуйте, Иван! Заказ уже в пути, курьер "
         "приедет завтра с 14 до 18. Вам удобно?", name="when")),
        (Day(1, "12:05"), Wrote(text="Лучше после 16, если можно.", quotes="when")),
        (Day(1, "12:20"), Answered(by="Péter", text="Договорились: с 16 до 18. По какому адресу "
         "вы будете в это время?", is_read=False)),
    ),
)  # fmt: skip

WRONG_COLOUR = Story(
    name="Emma Clarke",
    phone="+44 7700 900105",
    subjects=("Lamp in the wrong colour",),
    owner="Péter",
    deeds=(
        (Day(2, "09:48"), Wrote(text="Hi, I ordered the grey lamp and got this one.",
         picture="lamp", name="photo")),
        (Day(2, "10:02"), Answered(by="Péter", text="Hello Emma, that is ours, I am sorry. A grey "
         "one leaves today. Keep the yellow one or give it away, as you like.", quotes="photo")),
        (Day(1, "13:20"), Wrote(text="The grey one is here. Lovely, thank you!", name="thanks")),
        (Day(1, "13:31"), Answered(by="Péter", text="Good to hear. Enjoy the light.", name="bye",
         outcome=Outcome.SOLVED)),
        (Day(1, "13:40"), Reacted(to="bye", emoji="🙏")),
    ),
)  # fmt: skip

WRONG_INVOICE = Story(
    name="Nagy László",
    phone="+36 30 555 0106",
    subjects=("Hibás számla",),
    deeds=(
        (Day(1, "11:30"), Wrote(text="Kedves Ügyfélszolgálat! A 20440-es számlán rossz az "
         "adószám. Kérem, javítsák ki.")),
        (Day(1, "11:44"), Given(by="Olga", team="Returns")),
        (Day(1, "11:45"), Noted(by="Olga", text="A helyes adószám a rendelésben van, a számlát a "
         "Returns csapat javítja.")),
    ),
)  # fmt: skip

NOT_DELIVERED = Story(
    name="Екатерина Соколова",
    phone="+7 905 555 0107",
    subjects=("Возврат свитера",),
    owner="Olga",
    deeds=(
        (Ago(180), Wrote(text="Добрый день! Как вернуть свитер? Не подошёл размер.")),
        (Ago(150), Answered(by="Olga", text="Добрый день, Екатерина! Вот наклейка для возврата, "
         "отдайте посылку в любой пункт.", picture="label", fails=True, is_read=False)),
    ),
)  # fmt: skip

WAITS_FOR_COURIER = Story(
    name="Oliver Brown",
    phone="+44 7700 900108",
    subjects=("Parcel left with a neighbour?",),
    owner="Olga",
    deeds=(
        (Day(2, "16:50"), Wrote(text="The app says delivered, but there is nothing at my door.",
         name="nothing")),
        (Day(2, "17:05"), Answered(by="Olga", text="I have asked the courier who signed for it. "
         "They answer within two working days; I will write as soon as they do.",
         quotes="nothing")),
        (Day(2, "17:30"), Wrote(text="Thanks. None of the neighbours has it, I asked.")),
        (Day(1, "08:15"), NeedsNoReply(by="Olga")),
        (Day(1, "08:16"), Parked(by="Olga", until=Day(-1, "12:00"),
         reason="Has the courier answered who signed?")),
    ),
)  # fmt: skip

JUST_NOW = Story(
    name="Szabó Márk",
    phone="+36 70 555 0109",
    subjects=("Szállítási cím módosítása",),
    owner="Olga",
    deeds=(
        (Ago(6), Wrote(text="Szia! Ma rendeltem (20451), de rossz címet adtam meg.")),
        (Ago(5), Wrote(place=(47.4979, 19.0402, "Deák Ferenc tér"))),
        (Ago(4), Wrote(text="Ide kérném inkább, ha még lehet. 🙏")),
    ),
)

LONG_GAP = Story(
    name="Zofia Wiśniewska",
    phone="+48 602 555 110",
    subjects=("Gwarancja na lampę",),
    owner="Péter",
    deeds=(
        (Day(12, "12:10"), Wrote(text="Dzień dobry, lampa przestała świecić po dwóch miesiącach.",
         picture="lamp")),
        (Day(12, "12:45"), Answered(by="Péter", text="Dzień dobry! Czy świeci z inną żarówką? "
         "Jeśli nie, wymienimy lampę na gwarancji.", name="bulb")),
        (Day(11, "19:30"), Wrote(text="Z inną działa, przepraszam za kłopot :)")),
        (Day(10, "08:40"), NeedsNoReply(by="Péter")),
        (Day(10, "08:41"), Resolved(by="Péter")),
        (Ago(70), Wrote(text="Jednak znowu nie świeci, nawet z nową żarówką. Co teraz?",
         quotes="bulb")),
    ),
)  # fmt: skip

LABEL_FOR_RETURN = Story(
    name="Дмитрий Орлов",
    phone="+7 911 555 0111",
    subjects=("Возврат куртки",),
    owner="Olga",
    deeds=(
        (Ago(240), Wrote(text="Здравствуйте, хочу вернуть куртку, ни разу не надевал.",
         picture="coat")),
        (Ago(225), Answered(by="Olga", text="Здравствуйте, Дмитрий! Наклейка для возврата. "
         "Деньги вернём в день, когда куртка будет у нас.", picture="label", name="label")),
        (Ago(215), Reacted(to="label", emoji="👍")),
    ),
)  # fmt: skip

HIDDEN_NUMBER = Story(
    name="Grace Hughes",
    phone="+44 7700 900112",
    username="grace.h",
    subjects=("Gift wrapping",),
    owner="Péter",
    deeds=(
        (Day(2, "14:00"), Wrote(text="Can you wrap order 20429 as a gift?")),
        (Day(2, "14:20"), Answered(by="Péter", text="With pleasure. Shall we put a card in it?")),
        (Day(2, "14:31"), Wrote(text="No card, thank you!")),
        (Day(1, "08:20"), NeedsNoReply(by="Péter")),
        (Day(1, "08:25"), Resolved(by="Péter")),
    ),
)

STORIES: Sequence[Story] = (
    BROKEN_CUP,
    REFUND,
    LATE_PARCEL,
    DELIVERY_DATE,
    WRONG_COLOUR,
    WRONG_INVOICE,
    NOT_DELIVERED,
    WAITS_FOR_COURIER,
    JUST_NOW,
    LONG_GAP,
    LABEL_FOR_RETURN,
    HIDDEN_NUMBER,
)
