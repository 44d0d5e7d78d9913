import { describe, expect, it } from 'vitest'
import { intention, MOST_CHARS } from '@/client-core/intentions'

const SAID: [text: string, reason: string][] = [
  ['I will check with the warehouse whether the refund landed.', 'check with the warehouse whether the refund landed'],
  ['Thanks for waiting! I’ll ask the courier who signed for it tomorrow and get back to you by Friday.', 'ask the courier who signed for it'],
  ["We'll look into the missing invoice right away.", 'look into the missing invoice'],
  ['Let me check your order 4812 for you.', 'check the order 4812'],
  ['Once you send the photo, we are going to confirm the size with the supplier – no worries.', 'confirm the size with the supplier'],
  ["I need to find out why the label was blank, then I'll write.", 'find out why the label was blank'],
  ['I will now make sure that the parcel left, so that you have it on time.', 'make sure that the parcel left'],
  ["I'll see whether size M is back on Monday.", 'see whether size M is back'],
  ['We will contact the courier on your behalf and soon tell you what they say.', 'contact the courier'],
  ['Sprawdzę w magazynie, czy zwrot dotarł.', 'sprawdzić w magazynie, czy zwrot dotarł'],
  ['Dziękuję za cierpliwość. Jutro rano zapytam księgowość o przelew i dam Pani znać.', 'zapytać księgowość o przelew'],
  ['Upewnimy się, że paczka wyszła.', 'upewnić się, że paczka wyszła'],
  ['Muszę jeszcze ustalić z kurierem termin odbioru do piątku.', 'ustalić z kurierem termin odbioru'],
  ['Skontaktuję się z bankiem, żeby przyspieszyć przelew.', 'skontaktować się z bankiem'],
  ['Sprawdzimy Pani zamówienie.', 'sprawdzić zamówienie'],
  ['Я проверю на складе, дошёл ли возврат.', 'проверить на складе, дошёл ли возврат'],
  ['Завтра уточним у курьера адрес и сообщим вам.', 'уточнить у курьера адрес'],
  ['Мне нужно сначала узнать номер перевода.', 'узнать номер перевода'],
  ['Свяжусь с банком, как только они откроются.', 'связаться с банком'],
  ['Проверим ваш заказ сегодня.', 'проверить заказ'],
  ['Посмотрю, есть ли размер М на складе.', 'посмотреть, есть ли размер М на складе'],
  ['Megnézem a raktárban, hogy megérkezett-e a visszatérítés.', 'megnézni a raktárban, hogy megérkezett-e a visszatérítés'],
  ['Köszönöm! Holnap megkérdezzük a futárt az átvételről, és jelentkezünk.', 'megkérdezni a futárt az átvételről'],
  ['Utánanézek a számla sorsának, amint beérek.', 'utánanézni a számla sorsának'],
  ['Ellenőrizzük a rendelését, és hamarosan jelentkezünk.', 'ellenőrizni a rendelését'],
  ['Megpróbálom még egyeztetni a szállítóval az időpontot.', 'egyeztetni a szállítóval az időpontot'],
]

const SILENT = [
  '',
  'Thank you, it fits.',
  'I will be happy to help you.',
  'I will get back to you by Monday.',
  'I will check.',
  "I'll check it for you right away!",
  "We'll see what we can do.",
  'Shall I check with the warehouse whether it landed?',
  '> I will check with the warehouse whether it landed.',
  'I will not check the warehouse again.',
  'I have checked the warehouse.',
  'You need to check the label.',
  'I will ask [name of the colleague].',
  'I will check the page https://shop.example/orders/1',
  'I will ask you to send a photo of the label.',
  "I'll follow up with you about the refund.",
  'We will look into this issue.',
  "I'll check in with you tomorrow.",
  "I'll ask around.",
  "I'll call back after lunch.",
  'Let me see if I understand you correctly.',
  'I will make sure this does not happen again.',
  'Sprawdzę, co da się zrobić.',
  'Upewnię się, że to się nie powtórzy.',
  'Уточню этот момент и вернусь к вам.',
  'Выясним, чем мы можем помочь.',
  'Megnézem, mit tehetünk.',
  'Let me confirm that your order has left.',
  'I would like to ask for the number of the order.',
  'Zapytam Panią o numer zamówienia.',
  'Skontaktujemy się z Państwem w sprawie zwrotu.',
  'Свяжусь с вами по поводу возврата.',
  'Szeretném megkérdezni, hogy megérkezett-e a csomag.',
  'Felhívjuk Önt a visszatérítésről.',
  'Sprawdzę to.',
  'Nie sprawdzę tego w magazynie.',
  'Sprawdziłam to w magazynie.',
  'Czy mam sprawdzić stan magazynu?',
  'Zadzwonię jutro.',
  'Проверим и напишем вам.',
  'Посмотрим.',
  'Не проверю склад до завтра.',
  'Вы можете проверить заказ на сайте.',
  'Utánanézek.',
  'Nem nézem meg a raktárban.',
  'Megnézem, és jelentkezem.',
  'Meg tudja nézni a raktárban?',
]

describe('what somebody says they will find out', () => {
  it.each(SAID)('%s', (text, reason) => {
    expect(intention(text)).toBe(reason)
  })

  it.each(SILENT)('is nothing in: %s', (text) => {
    expect(intention(text)).toBeNull()
  })

  it.each(SAID)('is the same among other words: %s', (text, reason) => {
    expect(intention(`Hello!\n\n${text}\n\nBest regards\nOlga`)).toBe(reason)
  })

  it('is the first of several', () => {
    expect(intention('I will ask the bank about the fee. I will check the stock tomorrow.')).toBe('ask the bank about the fee')
  })

  it('fits into a line, whole words and whole clauses', () => {
    const long = `I will check with the warehouse, ${'whether the parcel of last week, '.repeat(9)}has left.`

    expect(intention(long)).toMatch(/^check with the warehouse,.*week$/u)
    expect(intention(long)!.length).toBeLessThanOrEqual(MOST_CHARS)
    expect(intention(`I will check ${'something long without any comma '.repeat(9)}.`)).toBeNull()
  })
})

/** Numbers that look like chance and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    yield state / 2 ** 32
  }
}

describe('whatever is written', () => {
  const WORDS = [...new Set([...SAID.map(([text]) => text), ...SILENT].flatMap((text) => text.split(' ')))]
  const MARKS = ['', '', '', ',', '.', '\n', '?', '…', ' –', ' 🙏', '\u0000', '((', "'"]
  const chance = numbers(20_261_122)
  const any = <T>(of: readonly T[]): T => of[Math.floor(chance.next().value * of.length)]!
  const texts = Array.from({ length: 1_500 }, () => Array.from({ length: 1 + Math.floor(chance.next().value * 24) }, () => any(WORDS) + any(MARKS)).join(' '))

  it('is one tidy line of words that were said, or nothing', () => {
    const found = texts.map((text) => [text, intention(text)] as const).filter(([, reason]) => reason !== null)

    expect(found.length).toBeGreaterThan(50)
    for (const [text, reason] of found) {
      expect(reason, text).toMatch(/^[^\s,.][^\n]*[^\s,.!…]$/u)
      expect(reason!.length, text).toBeLessThanOrEqual(MOST_CHARS)
      const said = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
      const added = reason!.toLowerCase().match(/[\p{L}\p{N}]+/gu)!.slice(2).filter((word) => !said.has(word) && word !== 'the')
      expect(added, text).toEqual([])
    }
  })

  it('takes no long time', () => {
    const worst = `${'I will check and '.repeat(3_000)}${'sprawdzę, '.repeat(3_000)}`
    const began = performance.now()

    intention(worst)

    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
