/** The emoji of a language, read when somebody first types a colon; and those this browser uses. */
import type { Language } from '@/client-core/i18n'
import { findEmoji, readEmoji, withCode, type Emoji } from '@/client-core/emoji'
import type { Suggestion } from './menu'

export interface EmojiBook {
  suggest: (typed: string, most: number) => Suggestion[]
  /** The one that a whole code names. */
  named: (code: string) => Suggestion | undefined
  remember: (one: Suggestion) => void
}

const BOOKS: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import('virtual:emoji/en'),
  pl: () => import('virtual:emoji/pl'),
  ru: () => import('virtual:emoji/ru'),
  hu: () => import('virtual:emoji/hu'),
}
const KEY = 'clew.emoji'
const KEPT = 8
const read = new Map<Language, Promise<Emoji[]>>()

export async function readBook(language: Language): Promise<EmojiBook> {
  if (!read.has(language)) {
    const lines = BOOKS[language]().then((book) => readEmoji(book.default))
    read.set(language, lines)
    // Tried again when it is next asked for.
    lines.catch(() => read.delete(language))
  }
  const all = await read.get(language)!
  return {
    suggest: (typed, most) => findEmoji(all, typed, recent(), most).map(suggested),
    named: (code) => {
      const found = withCode(all, code)
      return found && suggested(found)
    },
    remember: (one) => keep(one.insert),
  }
}

const suggested = (one: Emoji): Suggestion => ({
  key: one.codes[0] ?? one.sign,
  icon: one.sign,
  title: one.name,
  about: '',
  hint: one.codes[0] ? `:${one.codes[0]}:` : '',
  insert: one.sign,
})

function recent(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

function keep(sign: string): void {
  try {
    localStorage.setItem(KEY, [...new Set([sign, ...recent()])].slice(0, KEPT).join(' '))
  } catch {
    // A browser without storage only forgets them.
  }
}
