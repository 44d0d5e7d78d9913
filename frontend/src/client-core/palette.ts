/** What a few typed letters mean in the palette: which entries, in which order. */
import { folded } from './folded'

export interface PaletteEntry {
  key: string
  group: 'case' | 'go' | 'found'
  label: string
  hint?: string
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
