/** What a revision changed, line by line, in the reader's language. */
import type { Revision, RevisionKind, RevisionValue } from '@/client-core/api.admin'
import { msg } from '@/client-core/time'
import { WEEKDAYS } from '../hours/hours'

export interface Line {
  field: string
  before: string
  after: string
  /** Of a secret nobody knows the values. */
  isSecret?: boolean
}

/** What lines need to know of the workspace, and in whose words they are said. */
export interface Known {
  t: (id: string, args?: Record<string, string | number>) => string
  minutes: (count: number) => string
  weekday: (name: string) => string
  date: (day: string) => string
  /** A setting as its form calls it. */
  setting: (name: string) => string
  named: (kind: 'team' | 'agent' | 'hours', id: string) => string
}

export const MOST_LINES = 8
const LONGEST = 140
/** So much is shown of what stands before the first difference. */
const LEAD = 24

const FIELDS: Record<string, string> = {
  name: msg('name'),
  color: msg('color'),
  archived: msg('state'),
  stage: msg('state'),
  title: msg('canned-title'),
  shortcut: msg('canned-shortcut'),
  text: msg('canned-text'),
  language: msg('language'),
  business_hours_id: msg('admin-hours'),
  first_reply_minutes: msg('teams-first'),
  next_reply_minutes: msg('teams-next'),
  signature: msg('teams-signature'),
  reminder: msg('teams-reminder'),
  farewell: msg('teams-farewell'),
  zone: msg('hours-zone'),
}
const STAGES: Record<string, string> = {
  active: msg('history-active'),
  paused: msg('inboxes-paused'),
  archived: msg('archived'),
}

export function linesOf(revision: Revision, kind: RevisionKind, known: Known): Line[] {
  const inOrder = Object.entries(revision.changed).sort(([one], [other]) => placeOf(one) - placeOf(other))
  return inOrder.map(([name, { before, after }]) => {
    const [group, own] = splitAt(name)
    if (group === 'secrets') return { field: known.setting(own), before: '', after: known.t('history-replaced'), isSecret: true }
    const [was, is] = excerpts(said(name, kind, before, known), said(name, kind, after, known))
    return { field: fieldOf(name, kind, known), before: was, after: is }
  })
}

/** What is one thing comes first, then what there are several of, as on the form. */
const GROUPS = ['', 'settings', 'secrets', 'agents', 'weekly', 'exceptions']

function placeOf(name: string): number {
  const [group, own] = splitAt(name)
  return GROUPS.indexOf(group) * WEEKDAYS.length + (group === 'weekly' ? WEEKDAYS.findIndex((day) => day === own) : 0)
}

function fieldOf(name: string, kind: RevisionKind, known: Known): string {
  const [group, own] = splitAt(name)
  if (group === 'settings') return known.setting(own)
  if (group === 'agents') return known.t('teams-members')
  if (group === 'weekly') return known.weekday(own)
  if (group === 'exceptions') return known.date(own)
  if (name === 'team_id') return known.t(kind === 'canned_reply' ? 'canned-who' : 'inboxes-team')
  const words = FIELDS[name]
  return words ? known.t(words) : name.replaceAll('_', ' ')
}

function said(name: string, kind: RevisionKind, value: RevisionValue, known: Known): string {
  const [group, own] = splitAt(name)
  if (group === 'agents') return value === null ? '–' : known.named('agent', own)
  if (Array.isArray(value)) return value.map((span) => span.replace('-', '–')).join(', ') || known.t('hours-closed')
  if (value === null) return absent(group, name, kind, known)
  if (typeof value === 'number') return known.minutes(value)
  if (name === 'archived') return known.t(value === 'yes' ? 'archived' : 'offered')
  if (name === 'stage') return known.t(STAGES[value] ?? value)
  if (name === 'color') return known.t(`color-${value}`)
  if (name === 'team_id') return known.named('team', value)
  if (name === 'business_hours_id') return known.named('hours', value)
  return value.trim() || '–'
}

function absent(group: string, name: string, kind: RevisionKind, known: Known): string {
  if (group === 'weekly') return known.t('hours-closed')
  if (group === 'exceptions') return known.t('history-as-usual')
  return name === 'team_id' && kind === 'canned_reply' ? known.t('canned-everybody') : '–'
}

/** Two texts from shortly before where they begin to differ, no longer than a glance takes in. */
export function excerpts(before: string, after: string): [string, string] {
  if (before.length <= LONGEST && after.length <= LONGEST) return [before, after]
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  const from = Math.max(0, same - LEAD)
  return [cut(before, from), cut(after, from)]
}

function cut(text: string, from: number): string {
  const piece = text.slice(from, from + LONGEST)
  return `${from > 0 && piece ? '…' : ''}${piece.trim() || '–'}${from + LONGEST < text.length ? '…' : ''}`
}

function splitAt(name: string): [group: string, own: string] {
  const at = name.indexOf('.')
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)]
}
