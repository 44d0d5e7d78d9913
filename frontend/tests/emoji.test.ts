import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findEmoji, readEmoji, USUAL, withCode } from '@/client-core/emoji'
import { triggerAt } from '@/app/composer/menu'

const BOOKS = {
  en: readEmoji((await import('virtual:emoji/en')).default),
  pl: readEmoji((await import('virtual:emoji/pl')).default),
  ru: readEmoji((await import('virtual:emoji/ru')).default),
  hu: readEmoji((await import('virtual:emoji/hu')).default),
}
const found = (book: keyof typeof BOOKS, typed: string, recent: string[] = []): string[] =>
  findEmoji(BOOKS[book], typed, recent, 8).map((one) => one.sign)

describe('emoji', () => {
  it('are found by the name that each language has for them, with accents or without', () => {
    expect(found('en', 'thumbs')).toContain('👍')
    expect(found('pl', 'kciuk')).toContain('👍')
    expect(found('pl', 'usmiech').length).toBe(8)
    expect(found('pl', 'lody')).toContain('🍨')
    expect(found('ru', 'сердце')).toContain('❤️')
    expect(found('hu', 'szív')).toContain('❤️')
    expect(found('hu', 'sziv')).toContain('❤️')
  })

  it('are found by the same code in every language', () => {
    for (const book of ['en', 'pl', 'ru', 'hu'] as const) expect(found(book, 'tada')[0], book).toBe('🎉')
  })

  it('begin with those used before, then the usual ones', () => {
    expect(found('en', '', ['🧵']).slice(0, 2)).toEqual(['🧵', '👍'])
    expect(USUAL.filter((code) => !withCode(BOOKS.hu, code))).toEqual([])
  })

  it('are not found by letters that mean none', () => {
    expect(found('en', 'zzqx')).toEqual([])
  })

  it('are no parts of others, each with a name', () => {
    expect(BOOKS.ru.filter((one) => !one.name || !one.sign || /^[🏻-🏿]$/u.test(one.sign))).toEqual([])
  })

  it('are asked for by a colon that begins a word, and not within a time or an address', () => {
    expect(triggerAt('Thanks :ta', false)).toEqual({ sign: ':', query: 'ta', from: 7 })
    for (const text of ['at 14:20', 'https:', 'note:so', 'two : words', 'fine :)']) expect(triggerAt(text, false), text).toBeNull()
  })
})

it('the licence of the emoji’s names allows to hand them on', () => {
  const { license } = JSON.parse(readFileSync('node_modules/emojibase-data/package.json', 'utf8')) as { license: string }

  expect(license).toBe('MIT')
})
