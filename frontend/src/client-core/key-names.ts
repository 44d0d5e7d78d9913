/**
 * Which key does what: every act has the key it comes with, and people may give it another.
 *
 * An act is named by the key it comes with ("j", "Shift+e", "g m"); what a person changed is a
 * table from that name to the key they want, kept with their preferences. "" means no key.
 */
import { letterOf } from './letters'

export type KeyChoices = Record<string, string>

/** The key that does `act` now. */
export function keyFor(act: string, choices: KeyChoices): string {
  return choices[act] ?? act
}

/** A key as it is drawn: "Shift+e" is Shift and E. */
export function drawn(key: string): string[] {
  return key.split(/[ +]/u).filter(Boolean).map((part) => (part.length === 1 ? part.toUpperCase() : part))
}

/** The name of a pressed key, or null while only Shift is down or where the key is the browser's. */
export function nameOfPress(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const key = letterOf(event)
  if (key.length !== 1 || key === ' ') return null
  // Signs like "?" need Shift on some layouts and not on others: only letters keep it.
  return event.shiftKey && /^[a-z]$/iu.test(key) ? `Shift+${key.toLowerCase()}` : key.toLowerCase()
}

/** The act that has `key` already, or whose keys begin with it, among `acts`. */
export function takenBy(key: string, acts: readonly string[], choices: KeyChoices): string | null {
  const clashes = (held: string) => held === key || held.startsWith(`${key} `)
  return acts.find((act) => clashes(keyFor(act, choices))) ?? null
}

/** The choices with one more; an act that is back at its own key is not mentioned. */
export function choose(choices: KeyChoices, act: string, key: string): KeyChoices {
  const rest = Object.fromEntries(Object.entries(choices).filter(([name]) => name !== act))
  return key === act ? rest : { ...rest, [act]: key }
}

/** What a stored preference says, whatever somebody's program wrote there. */
export function readChoices(value: unknown): KeyChoices {
  if (!value || typeof value !== 'object') return {}
  return Object.fromEntries(Object.entries(value).filter((one): one is [string, string] => typeof one[1] === 'string'))
}
