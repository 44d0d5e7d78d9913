/**
 * Canned replies: which ones a few letters mean, and what stands in the place of their variables.
 *
 * A variable that nothing is known for stays as it is written, in braces: the composer marks it
 * and does not send before a person has put words there.
 */
import type { CannedReply } from './api.desk'
import { folded } from './folded'
import { codeOf } from './nameless'

export const VARIABLES = [
  'contact.name',
  'contact.first_name',
  'agent.name',
  'agent.first_name',
  'case.number',
  'case.subject',
  'team.name',
  'workspace.name',
] as const
export type Variable = (typeof VARIABLES)[number]
export type Values = Partial<Record<Variable, string>>

const OPEN = new RegExp(`\\{(${VARIABLES.map((name) => name.replace('.', '\\.')).join('|')})\\}`, 'gu')

/** Put what is known in the place of variables. */
export function fill(text: string, values: Values): string {
  return text.replace(OPEN, (whole, name: Variable) => values[name]?.trim() || whole)
}

export interface Hole {
  name: Variable
  from: number
  to: number
}

/** The variables that are still open in a text, with their places. */
export function holes(text: string): Hole[] {
  return [...text.matchAll(OPEN)].map((match) => ({
    name: match[1] as Variable,
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/** A text in pieces, the open variables marked. */
export function pieces(text: string): { text: string; isHole: boolean }[] {
  const made: { text: string; isHole: boolean }[] = []
  let at = 0
  for (const hole of holes(text)) {
    if (hole.from > at) made.push({ text: text.slice(at, hole.from), isHole: false })
    made.push({ text: text.slice(hole.from, hole.to), isHole: true })
    at = hole.to
  }
  if (at < text.length) made.push({ text: text.slice(at), isHole: false })
  return made
}

/** A name as one is spoken to by; a phone number, an address or the sign of a nameless visitor is none. */
export function spokenName(name: string): { name?: string; first?: string } {
  const trimmed = name.trim()
  if (!trimmed || codeOf(trimmed) || /^[+\d]/u.test(trimmed) || trimmed.includes('@')) return {}
  return { name: trimmed, first: trimmed.split(/\s+/u)[0] }
}

/** How well a canned reply meets what was typed; 0 is not at all. */
function score(one: CannedReply, query: string): number {
  if (!query) return 1
  const shortcut = folded(one.shortcut)
  if (shortcut === query) return 5
  if (shortcut.startsWith(query)) return 4
  const title = folded(one.title)
  if (title.split(/\s+/u).some((word) => word.startsWith(query))) return 3
  if (title.includes(query)) return 2
  return folded(one.text).includes(query) ? 1 : 0
}

/** Those that `typed` may mean, the likeliest first; of equals the one in `language`. */
export function suggest(all: Iterable<CannedReply>, typed: string, language: string): CannedReply[] {
  const query = folded(typed)
  return [...all]
    .filter((one) => !one.archived)
    .map((one) => ({ one, score: score(one, query) }))
    .filter((found) => found.score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.one.language === language) - Number(a.one.language === language) ||
        a.one.title.localeCompare(b.one.title),
    )
    .map((found) => found.one)
}
