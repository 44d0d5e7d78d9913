/** What a few typed letters mean in the palette: which entries, in which order. */
import { folded } from './folded'

export interface PaletteEntry {
  key: string
  group: 'case' | 'go' | 'found'
  label: string
  hint?: string
}

/** An act that needs somebody or something by name: "assign peter". */
export interface Deed extends PaletteEntry {
  verbs: string
  name: string
}

export type Asked = { kind: 'all' | 'acts' | 'people' | 'number'; query: string }

/** `>` asks for acts only, `@` for people, `#` (or digits alone) for a case by its number. */
export function asked(typed: string): Asked {
  const text = typed.trim()
  if (text.startsWith('>')) return { kind: 'acts', query: text.slice(1).trim() }
  if (text.startsWith('@')) return { kind: 'people', query: text.slice(1).trim() }
  if (/^#?\d{1,12}$/u.test(text)) return { kind: 'number', query: text.replace('#', '') }
  return { kind: 'all', query: text }
}

/** Entries in which every typed word begins a word, those that begin with the text first. */
export function meant<T extends PaletteEntry>(entries: readonly T[], query: string): T[] {
  const words = folded(query).split(/\s+/u).filter(Boolean)
  const fits = (label: string) => words.every((word) => label.split(/[\s:,·]+/u).some((part) => part.startsWith(word)))
  const rank = (entry: T) => (folded(entry.label).startsWith(words.join(' ')) ? 0 : 1)
  return entries.filter((one) => fits(folded(one.label))).sort((a, b) => rank(a) - rank(b))
}

const SHORTEST_VERB = 2
/** Of a word in another form so much may follow what one of a name is: "Péternek". */
const LONGEST_ENDING = 4

/** Deeds whose verb was typed first, or its beginning, and then a part of their name. */
export function commanded<T extends Deed>(deeds: readonly T[], query: string): T[] {
  const [verb = '', ...rest] = wordsOf(query)
  if (verb.length < SHORTEST_VERB || rest.length === 0) return []
  return deeds.filter((one) => {
    if (!wordsOf(one.verbs).some((known) => known.startsWith(verb))) return false
    const names = wordsOf(one.name)
    const all = [...names, ...wordsOf(one.label)]
    return rest.some((word) => names.some(isMeantBy(word))) && rest.every((word) => all.some(isMeantBy(word)))
  })
}

const isMeantBy = (typed: string) => (word: string): boolean =>
  word.startsWith(typed) || (word.length > 2 && typed.startsWith(word) && typed.length - word.length <= LONGEST_ENDING)

const wordsOf = (text: string): string[] => folded(text).split(/[\s:,·()„”“"«»]+/u).filter(Boolean)
