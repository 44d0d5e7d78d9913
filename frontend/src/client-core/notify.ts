/** Whether something that happened is worth a notification now, and of which kind. Pure. */
import type { Case, Change, Id } from './api.types'

export const NEWS_KINDS = ['replies', 'mentions', 'assigned'] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

export interface NotifySettings extends Record<NewsKind, boolean> {
  /** The kinds that are heard as well, if one is told of them. */
  sounds: NewsKind[]
  /** Quiet hours as "22:00" and "07:00"; both empty for none. */
  quiet_from: string
  quiet_to: string
}

export const NOTIFY_DEFAULTS: NotifySettings = {
  replies: true, mentions: true, assigned: true, sounds: [], quiet_from: '', quiet_to: '',
}

export type News = { kind: NewsKind; caseId: Id; name: string; text: string }

/** What settings were kept, whatever else stands there. */
export function settingsFrom(kept: unknown): NotifySettings {
  const given = (kept && typeof kept === 'object' ? kept : {}) as Record<string, unknown>
  const made: Record<string, unknown> = { ...NOTIFY_DEFAULTS }
  for (const [name, usual] of Object.entries(NOTIFY_DEFAULTS)) {
    if (typeof given[name] === typeof usual) made[name] = given[name]
  }
  return { ...made, sounds: soundsFrom(given) } as unknown as NotifySettings
}

/** There was one switch for all of them once. */
function soundsFrom({ sounds, sound }: Record<string, unknown>): NewsKind[] {
  if (!Array.isArray(sounds)) return sound === true ? [...NEWS_KINDS] : []
  return NEWS_KINDS.filter((kind) => sounds.includes(kind))
}

/** Whether some of these news are to be heard. */
export const isHeard = (news: readonly News[], settings: NotifySettings): boolean =>
  news.some(({ kind }) => settings[kind] && settings.sounds.includes(kind))

const minutes = (time: string): number | null => {
  const match = /^(\d{2}):(\d{2})$/u.exec(time)
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** Whether `at` lies in the quiet hours, which may go over midnight. */
export function isQuiet(settings: NotifySettings, at: Date): boolean {
  const from = minutes(settings.quiet_from)
  const to = minutes(settings.quiet_to)
  if (from === null || to === null || from === to) return false
  const now = at.getHours() * 60 + at.getMinutes()
  return from < to ? now >= from && now < to : now >= from || now < to
}

/** The news for `me` in some changes; `known` is how each case stood before. */
export function newsIn(changes: readonly Change[], me: Id, known: (id: Id) => Case | undefined): News[] {
  const news: News[] = []
  for (const change of changes) {
    if (change.type === 'item' && change.item.kind === 'note' && change.item.author.id !== me && change.item.mentions?.includes(me)) {
      const { case_id: caseId, author, text } = change.item
      if (caseId) news.push({ kind: 'mentions', caseId, name: author.name, text })
    }
    if (change.type !== 'case' || change.case.owner?.id !== me) continue
    const { case: row } = change
    const before = known(row.id)
    const last = row.last_message
    const isMine = before?.owner?.id === me
    if (before && isMine && last?.direction === 'in' && last.at !== before.last_message?.at) {
      news.push({ kind: 'replies', caseId: row.id, name: row.contact.name, text: last.text })
    } else if (before && !isMine) {
      news.push({ kind: 'assigned', caseId: row.id, name: row.contact.name, text: row.subject || last?.text || '' })
    }
  }
  return news
}
