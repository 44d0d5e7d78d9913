/** The form of an inbox, made from what its channel declares. */
import type { Setting } from '@/client-core/api.admin'
import type { Inbox } from '@/client-core/api.types'

export interface Group {
  key: string
  /** Most inboxes never need it. */
  isRare: boolean
  settings: Setting[]
}

export interface Values {
  settings: Record<string, string>
  secrets: Record<string, string>
}

/** Settings that stand together; what every inbox needs first, what few need last. */
export function groupsOf(settings: readonly Setting[]): Group[] {
  const groups = new Map<string, Setting[]>()
  for (const one of settings) groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  return [...groups.entries()]
    .map(([key, own]) => ({ key, isRare: own.every((one) => one.is_rare), settings: own }))
    .sort((a, b) => Number(a.key !== '') - Number(b.key !== '') || Number(a.isRare) - Number(b.isRare))
}

/** The name of a setting's words in the catalogue. */
export const wordsOf = (channel: string, name: string): string => `setting-${channel}-${name.replaceAll('_', '-')}`

export const isSwitch = (one: Setting): boolean => one.choices.length === 2 && one.choices.includes('yes') && one.choices.includes('no')

/** What the form begins with: what is kept, or what is usual. Secrets never come back. */
export function valuesOf(settings: readonly Setting[], inbox: Inbox | null): Values {
  const kept = (inbox?.settings ?? {}) as Record<string, string>
  const open = settings.filter((one) => !one.is_secret)
  return {
    settings: Object.fromEntries(open.map((one) => [one.name, kept[one.name] ?? (one.choices.length > 0 ? one.default : '')])),
    secrets: Object.fromEntries(settings.filter((one) => one.is_secret).map((one) => [one.name, ''])),
  }
}

/** What is sent: nothing that is empty, and nothing of what this form does not know is lost. */
export function bodyOf(values: Values, inbox: Inbox | null): Values {
  const given = (all: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== ''))
  const kept = (inbox?.settings ?? {}) as Record<string, string>
  const unknown = Object.fromEntries(Object.entries(kept).filter(([name]) => !(name in values.settings)))
  return { settings: { ...unknown, ...given(values.settings) }, secrets: given(values.secrets) }
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A value that nobody guesses, in letters that nobody mixes up. */
export function madeUp(chars = 24): string {
  const numbers = crypto.getRandomValues(new Uint32Array(chars))
  return [...numbers].map((one) => LETTERS[one % LETTERS.length]).join('')
}
