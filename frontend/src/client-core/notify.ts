/** Whether something that happened is worth a notification now, and of which kind. Pure. */
import type { Case, Change, Id } from './api.types'

export interface NotifySettings {
  replies: boolean
  mentions: boolean
  assigned: boolean
  sound: boolean
  /** Quiet hours as "22:00" and "07:00"; both empty for none. */
  quiet_from: string
  quiet_to: string
}

export const NOTIFY_DEFAULTS: NotifySettings = {
  replies: true, mentions: true, assigned: true, sound: false, quiet_from: '', quiet_to: '',
}

export type News = { kind: 'replies' | 'mentions' | 'assigned'; caseId: Id; name: string; text: string }

/** What settings were kept, whatever else stands there. */
export function settingsFrom(kept: unknown): NotifySettings {
  const given = (kept && typeof kept === 'object' ? kept : {}) as Record<string, unknown>
  const made: Record<string, unknown> = { ...NOTIFY_DEFAULTS }
  for (const [name, usual] of Object.entries(NOTIFY_DEFAULTS)) {
    if (typeof given[name] === typeof usual) made[name] = given[name]
  }
  return made as unknown as NotifySettings
}

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
