/** How people say in each language what they are going to find out: the words behind `intentions`. */

export interface Tongue {
  /** What one says of oneself, and the same verb as a thing to do. English has both in one. */
  verbs: Record<string, string>
  /** Stands before the thing to do: "I will", "muszę". Empty: the verb says it alone. */
  before: string
  /** A verb that says less than a thing to do unless one of these follows. */
  asks: Record<string, string>
  /** What comes after the thing to do: another act, or a reason. */
  after: string
  /** When, and for whom: what is known from the case and its date. */
  aside: string
}

const same = (...verbs: string[]): Record<string, string> => Object.fromEntries(verbs.map((one) => [one, one]))
const WEEKDAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

const ENGLISH: Tongue = {
  verbs: same(
    ...['check', 'double-check', 'ask', 'verify', 'find out', 'look into', 'look up', 'look for', 'confirm', 'contact', 'call', 'talk to'],
    ...['speak to', 'speak with', 'follow up', 'track', 'trace', 'investigate', 'clarify', 'make sure', 'chase', 'test', 'see'],
  ),
  before:
    "(?:i|we)(?:['’]ll| will| shall| must|(?:['’]m| am|['’]re| are) going to|(?: still)? (?:need|have) to)|let me",
  asks: { see: 'if|whether|when|why|who|where', confirm: '.* with' },
  after:
    '(?:and|then|so|but)(?: then| will| only then| shortly| soon)* (?:i|we|get|let|write|come back|report|reply|answer|tell|inform|update|keep|be)(?!\\p{L})|before|as soon as|once|because|so that|in order to',
  aside:
    `for you(?: all)?|on (?:your behalf|my side|our side)|(?:after|before) (?:lunch|noon|work|the weekend)|please|(?:right )?now|right away|immediately|shortly|soon|asap|quickly|again|first|personally|today|tonight|tomorrow|(?:this|tomorrow|in the) (?:morning|afternoon|evening)|(?:on|by|until|before|next|this) (?:${WEEKDAYS}|week|month|tomorrow|noon|then|weekend)`,
}

const POLISH: Tongue = {
  verbs: {
    ...{ sprawdzę: 'sprawdzić', sprawdzimy: 'sprawdzić', zapytam: 'zapytać', zapytamy: 'zapytać', spytam: 'spytać', dopytam: 'dopytać', dopytamy: 'dopytać' },
    ...{ ustalę: 'ustalić', ustalimy: 'ustalić', zweryfikuję: 'zweryfikować', zweryfikujemy: 'zweryfikować', wyjaśnię: 'wyjaśnić', wyjaśnimy: 'wyjaśnić' },
    ...{ 'dowiem się': 'dowiedzieć się', 'dowiemy się': 'dowiedzieć się', 'upewnię się': 'upewnić się', 'upewnimy się': 'upewnić się' },
    ...{ 'skontaktuję się': 'skontaktować się', 'skontaktujemy się': 'skontaktować się', zadzwonię: 'zadzwonić', zadzwonimy: 'zadzwonić' },
    ...{ poszukam: 'poszukać', poszukamy: 'poszukać', dopilnuję: 'dopilnować', dopilnujemy: 'dopilnować' },
    ...same('sprawdzić', 'zapytać', 'dopytać', 'ustalić', 'zweryfikować', 'wyjaśnić', 'dowiedzieć się', 'upewnić się', 'skontaktować się'),
  },
  before: '(?:muszę|musimy|spróbuję|spróbujemy|postaram się|postaramy się|będę musiał|będę musiała|będziemy musieli)(?: jeszcze| najpierw| to)*',
  asks: { zadzwonić: 'do' },
  after:
    '(?:i|a|oraz|ale)(?: wtedy| potem| zaraz| od razu| wkrótce| niebawem| jutro| dziś)* (?:dam|damy|napisz|odpisz|wróc|odezw|poinform|powiadom|oddzwoni|odpowie|będę|będziemy)\\p{L}*|jak tylko|zanim|bo|ponieważ|gdy|żeby|aby',
  aside:
    'dla (?:pana|pani|państwa|ciebie|was)|proszę|teraz|zaraz|już|natychmiast|niezwłocznie|szybko|osobiście|jeszcze raz|dziś|dzisiaj|jutro|pojutrze|rano|wieczorem|po południu|(?:do|w|we|na) (?:poniedział|wtor|środ|czwart|piąt|sobot|niedziel)\\p{L}*|do jutra|w tym tygodniu|w przyszłym tygodniu',
}

const RUSSIAN: Tongue = {
  verbs: {
    ...{ проверю: 'проверить', проверим: 'проверить', уточню: 'уточнить', уточним: 'уточнить', узнаю: 'узнать', узнаем: 'узнать' },
    ...{ спрошу: 'спросить', спросим: 'спросить', выясню: 'выяснить', выясним: 'выяснить', свяжусь: 'связаться', свяжемся: 'связаться' },
    ...{ позвоню: 'позвонить', позвоним: 'позвонить', запрошу: 'запросить', запросим: 'запросить', посмотрю: 'посмотреть', посмотрим: 'посмотреть' },
    ...{ удостоверюсь: 'удостовериться', удостоверимся: 'удостовериться', прослежу: 'проследить', проследим: 'проследить' },
    ...same('проверить', 'уточнить', 'узнать', 'спросить', 'выяснить', 'связаться', 'запросить'),
  },
  before: '(?:(?:мне|нам) (?:нужно|надо)|нужно|надо|постараюсь|постараемся|попробую|попробуем|должен|должна|должны)(?: ещё| еще| сначала| это)*',
  asks: { посмотреть: ',? ?(?:когда|почему|где|есть ли)|,? ?\\p{L}+ ли' },
  after:
    '(?:и|а|но)(?: потом| сразу| затем| тогда| скоро| вскоре| обязательно| завтра| сегодня)* (?:напиш|сообщ|отвеч|ответ|верн|дам|дадим|перезвон|расскаж|буду|будем)\\p{L}*|как только|прежде чем|потому что|чтобы',
  aside:
    'для (?:вас|тебя)|пожалуйста|сейчас|теперь|сразу|немедленно|скоро|срочно|быстро|лично|ещё раз|еще раз|сегодня|завтра|послезавтра|утром|вечером|днём|днем|(?:до|в|во|к) (?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\\p{L}*|до завтра|на этой неделе|на следующей неделе',
}

const HUNGARIAN: Tongue = {
  verbs: {
    ...{ megnézem: 'megnézni', megnézzük: 'megnézni', ellenőrzöm: 'ellenőrizni', ellenőrizzük: 'ellenőrizni', leellenőrzöm: 'ellenőrizni', leellenőrizzük: 'ellenőrizni' },
    ...{ megkérdezem: 'megkérdezni', megkérdezzük: 'megkérdezni', utánanézek: 'utánanézni', utánanézünk: 'utánanézni', rákérdezek: 'rákérdezni', rákérdezünk: 'rákérdezni' },
    ...{ egyeztetek: 'egyeztetni', egyeztetünk: 'egyeztetni', felhívom: 'felhívni', felhívjuk: 'felhívni', kiderítem: 'kideríteni', kiderítjük: 'kideríteni' },
    ...{ tisztázom: 'tisztázni', tisztázzuk: 'tisztázni', utánajárok: 'utánajárni', utánajárunk: 'utánajárni', érdeklődöm: 'érdeklődni', érdeklődünk: 'érdeklődni' },
    ...same('megnézni', 'ellenőrizni', 'megkérdezni', 'egyeztetni', 'kideríteni', 'tisztázni'),
  },
  before: '(?:megpróbálom|megpróbáljuk)(?: még| előbb)*',
  asks: {},
  after:
    '(?:és|majd|aztán|de)(?: utána| azonnal| majd| rögtön| hamarosan| rövidesen| holnap| ma)* (?:ír|megír|jelentkez|visszajel|válaszol|szól|értesít|visszahív|tájékoztat|visszatér)\\p{L}*|amint|mielőtt|mert|hogy (?:tudjam|tudjuk)',
  aside:
    'önnek|neked|kérem|most|mindjárt|rögtön|azonnal|hamarosan|gyorsan|személyesen|újra|ma|holnap|holnapután|reggel|délután|este|(?:hétfő|kedd|szerd|csütörtök|péntek|szombat|vasárnap)\\p{L}*|a héten|jövő héten',
}

export const TONGUES: readonly Tongue[] = [ENGLISH, POLISH, RUSSIAN, HUNGARIAN]

/** Words that name nothing by themselves: "check this for us" is no thing to do. */
export const EMPTY_WORDS = new Set(
  [
    'it this that them these those there here what everything anything all you your the a an my our me us for with on of to into at in around and or up down out back over if whether matter issue problem situation case',
    'to tego temu tym ten ta te co wszystko tam tutaj tu je go ją ich nim nią się z ze w we na do o od dla czy i a że jak więcej coś tę sprawę sprawie sprawy temat problem',
    'это этот эту эти этого этом этому этим всё все что то там тут здесь его её их ему ей им с со в во на к у о об для ли и а как вам вас вами момент вопрос ситуацию проблему',
    'ez ezt az azt ezek azok mindent mindezt itt ott ennek annak erre arra őt őket a és is meg hogy mi mit ön önt önnel ügyet ügyében dolgot problémát kérdést',
  ].flatMap((line) => line.split(' ')),
)
/** "Not", and what else turns what follows into its opposite. */
export const NOT = '(?:nie|не|nem|ne|not|never|nigdy|никогда|soha)'
/** Whoever reads the text is asked by the answer itself: that is nothing to come back for. */
export const READER = '(?:(?:z|do|od|u|with|to|у|с|к|for) )?(?:you|pan|pana|panem|panu|pani|panią|państwa|państwem|państwu|ciebie|cię|tobą|вас|вам|вами|тебя|тебе|önt|önnel|önnek|önök\\p{L}*|téged|veled|neked)'
export const ASKING = new Set(
  ['ask', 'call', 'contact', 'talk to', 'speak to', 'speak with', 'follow up', 'chase', 'zapytać', 'spytać', 'dopytać', 'skontaktować się', 'zadzwonić'].concat(
    ['спросить', 'связаться', 'позвонить', 'запросить', 'megkérdezni', 'rákérdezni', 'egyeztetni', 'felhívni'],
  ),
)
/** What is said to be kind: nobody comes back to a case for that. */
export const VAGUE =
  /what (?:i|we) can|(?:if|whether) (?:i|we) (?:can|understand)|(?:not|n['’]t) happen|co (?:da się|mogę|możemy)|nie powtórz|что (?:можно|мы можем|я могу)|чем .*(?:помочь|могу|можем)|mit tehet|ne (?:ismétl|fordul)/iu
/** What is said of the reader's things, to a colleague: "your order" is the order. */
export const YOURS: readonly [said: RegExp, meant: string][] = [
  [/(?<![\p{L}])your(?! behalf|[\p{L}])/giu, 'the'],
  [/(?<![\p{L}])(?:pana|pani|państwa|twój|twoją|twoje|twojego|twojej) (?=\p{Ll})/giu, ''],
  [/(?<![\p{L}])(?:ваш|ваша|ваше|ваши|вашу|вашего|вашей|вашем|ваших) (?=\p{Ll})/giu, ''],
]
