import { describe, expect, it, vi } from 'vitest'
import { Formats } from '@/client-core/time'
import type { ContactInbox, ContactMessage, Expectation } from '@/contact-client'
import { addressOf } from '@/widget/addresses'
import { isHello, surroundings } from '@/widget/bridge'
import { contrast, fill, readableOn, readColour } from '@/widget/colour'
import { BLANK } from '@/contact-client/state'
import { about, answerBy } from '@/widget/expectation'
import { AWAITED, HELLO } from '@/widget/protocol'
import { rowsOf } from '@/widget/rows'
import { textsOf } from '@/widget/runtime'
import { chooseLanguage } from '@/widget/words'
import { dice } from './fakes'

const NOON = Date.parse('2026-11-23T11:00:00Z')
const HOUR = 3_600_000
const formats = new Formats('en')

describe('a colour', () => {
  it('can be read whatever was chosen, on it and in it', () => {
    const random = dice(7)
    const part = () => Math.floor(random() * 256)
    for (let i = 0; i < 500; i += 1) {
      const chosen = [part(), part(), part()] as const
      const { ground, ink } = fill(chosen)
      const said = `rgb(${chosen.join(' ')})`

      expect(contrast(ground, ink), said).toBeGreaterThanOrEqual(4.5)
      for (const surface of [[255, 255, 255], [27, 28, 31]] as const) {
        expect(contrast(readableOn(surface, chosen), surface), said).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it('stays as it is where it can be read', () => {
    expect(fill(readColour('#1f6f5c')!).ground).toEqual([31, 111, 92])
  })

  it('is nothing when it is not one', () => {
    expect([readColour('red'), readColour('#12345'), readColour(undefined), readColour('#zzzzzz')]).toEqual([null, null, null, null])
  })
})

describe('the line under the name', () => {
  const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString()
  const line = (open: 'online' | 'closed', last: 'in' | 'out', minutes: number, name: string | null = 'Olga') =>
    about(
      {
        ...BLANK,
        with: name ? { name } : null,
        expectation: { state: open, answer_by: at(30), words_key: 'answer-by' },
        messages: [{ direction: last, at: at(minutes) } as never],
      },
      NOON,
      formats,
    ).map((one) => one.id)

  it('names who answers, and by when, while the answer is ours to give', () => {
    expect(line('online', 'in', -1)).toEqual(['answers-today'])
    expect(line('closed', 'in', -1)).toEqual(['state-closed', 'answers-today'])
    expect(line('online', 'in', -1, null)).toEqual(['state-online', 'answer-today'])
  })

  it('says with whom one talks after an answer, at night only while it is fresh', () => {
    expect(line('online', 'out', -300)).toEqual(['talking-with'])
    expect(line('closed', 'out', -5)).toEqual(['talking-with'])
    expect(line('closed', 'out', -300)).toEqual(['state-closed', 'answer-today'])
  })
})

describe('an expectation', () => {
  const by = (hours: number): Expectation => ({ state: 'closed', answer_by: new Date(NOON + hours * HOUR).toISOString(), words_key: 'answer-by' })

  it('says the time of today, tomorrow, or the day', () => {
    const said = [2, 22, 70].map((hours) => answerBy(by(hours), NOON, formats))

    expect(said.map((one) => one.id)).toEqual(['answer-today', 'answer-tomorrow', 'answer-day'])
    expect(said[1]!.args).toEqual({ at: '10:00' })
  })

  it('does not repeat a time that has passed', () => {
    expect(answerBy(by(-1), NOON, formats).id).toBe('answer-unknown')
  })

  it('promises no time when the server knows none', () => {
    expect(answerBy({ state: 'away', answer_by: null, words_key: 'answer-unknown' }, NOON, formats).id).toBe('answer-unknown')
  })
})

describe('rows', () => {
  const said = (id: string, minutes: number, direction: 'in' | 'out' = 'in', name: string | null = null) =>
    ({ id, direction, author: { kind: 'agent', name }, at: new Date(NOON + minutes * 60_000).toISOString() }) as ContactMessage

  it('put a day before its first message', () => {
    const rows = rowsOf([said('a', 0), said('b', 1), said('c', 24 * 60)])

    expect(rows.map((row) => (row.kind === 'day' ? 'day' : row.key))).toEqual(['day', 'a', 'b', 'day', 'c'])
  })

  it('keep together what one person said in one go', () => {
    const rows = rowsOf([said('a', 0, 'out', 'Ana'), said('b', 1, 'out', 'Ana'), said('c', 2, 'out', 'Ben'), said('d', 20, 'out', 'Ben')])
    const firsts = rows.flatMap((row) => (row.kind === 'message' && row.isFirst ? [row.key] : []))

    expect(firsts).toEqual(['a', 'c', 'd'])
  })
})

describe('an address', () => {
  it('is told from what is none', () => {
    expect(addressOf(' anna@example.com ')).toEqual({ email: 'anna@example.com' })
    expect(addressOf('+48 600 700-800')).toEqual({ phone: '+48600700800' })
    expect(addressOf('0048 600 700 800')).toEqual({ phone: '+48600700800' })
    for (const wrong of ['', 'anna', '600700800', 'a@b', 'a b@c.de', '+48 12']) expect(addressOf(wrong), wrong).toBeNull()
  })
})

describe('the language', () => {
  it('is the first wanted that the inbox speaks', () => {
    expect(chooseLanguage([null, 'de', 'pl-PL', 'ru'], ['en', 'ru'], 'en')).toBe('ru')
    expect(chooseLanguage(['de'], ['hu', 'en'], 'hu')).toBe('hu')
  })
})

describe('what the inbox says of itself', () => {
  const texts = { en: { title: 'Kettles', greeting: 'How can we help?', launcher: 'Ask us' }, pl: { title: 'Czajniki', greeting: 'W czym pomóc?' }, hu: {} }
  const inbox = { default_language: 'en', appearance: { texts } } as unknown as ContactInbox

  it('is said in the language of who reads it, and else left to the catalogue of that language', () => {
    expect(textsOf(inbox, 'pl')).toEqual(texts.pl)
    expect([textsOf(inbox, 'hu'), textsOf(inbox, 'ru')]).toEqual([{ title: 'Kettles' }, { title: 'Kettles' }])
  })
})

describe('the frame', () => {
  const above = {}
  const page = { parent: above, location: { ancestorOrigins: ['https://shop.example'] } } as unknown as Window
  const greeting = (change: object): MessageEvent =>
    ({ source: above, origin: 'https://shop.example', ports: [{}], data: { clew: HELLO }, ...change }) as unknown as MessageEvent

  it('believes only the page around it', () => {
    expect(isHello(page, greeting({}))).toBe(true)
    expect(isHello(page, greeting({ source: {} }))).toBe(false)
    expect(isHello(page, greeting({ origin: 'https://evil.example' }))).toBe(false)
    expect(isHello(page, greeting({ ports: [] }))).toBe(false)
    expect(isHello(page, greeting({ data: null }))).toBe(false)
  })

  it('is waited for where a loader made the frame, however slow the page around it is', async () => {
    vi.useFakeTimers()
    const parent = {}
    const frame = (hash: string) => {
      let greet: (event: unknown) => void = () => {}
      const page = { parent, location: { hash }, addEventListener: (_: string, listener: typeof greet) => (greet = listener), removeEventListener: () => {} }
      return { found: surroundings(page as never, 'i1'), greet: (event: unknown) => greet(event) }
    }
    const frames = [frame(AWAITED), frame('')]
    const hello = { clew: HELLO, kept: { token: 'abc' }, language: null, isOpen: false }

    vi.advanceTimersByTime(20_000)
    for (const one of frames) one.greet({ source: parent, ports: [{ postMessage: () => {} }], data: hello })
    const found = await Promise.all(frames.map((one) => one.found))
    vi.useRealTimers()

    expect(found.map((one) => one.keep.get('token'))).toEqual(['abc', null])
  })
})
