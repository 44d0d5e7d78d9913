/** By which inbox an answer goes, and when somebody has to be asked about it. Pure. */
import type { Id, ReplyInbox } from './api.types'

/** Where an answer goes: as chosen, else where the contact last wrote, else what works. */
export function wayOf(ways: readonly ReplyInbox[], inboxId: Id | null): ReplyInbox | null {
  return ways.find((one) => one.id === inboxId) ?? usualWay(ways) ?? ways.find((one) => one.can_send) ?? null
}

export function usualWay(ways: readonly ReplyInbox[]): ReplyInbox | null {
  return ways.find((one) => one.is_default) ?? null
}

/** Whether it can be chosen at all: by a template is a way, too. */
export const isUsable = (way: ReplyInbox): boolean => way.can_send || way.template_required

/** For so many seconds an answer can be taken back: who sits in the chat now is not kept waiting. */
export const heldFor = (seconds: number, way: ReplyInbox | null, isThere: boolean): number =>
  way?.channel === 'webchat' && isThere ? 0 : seconds

/** When the contact last read there; null when it is not known, or they have written there since. */
export function lastReadAt(way: ReplyInbox): number | null {
  const read = way.last_read_at ? Date.parse(way.last_read_at) : 0
  const wrote = way.last_inbound_at ? Date.parse(way.last_inbound_at) : 0
  return read > wrote ? read : null
}

/** A way that takes plain words now, other than by this inbox. */
export const freeWay = (ways: readonly ReplyInbox[], inboxId: Id | null): ReplyInbox | null =>
  ways.find((one) => one.can_send && !one.template_required && one.id !== inboxId) ?? null

/**
 * Where the contact writes now, if that is another place than where an answer that is being
 * written goes, and nobody has decided about it yet. `settled` is the usual way as it was when
 * the writer chose; nothing else ever moves what somebody writes.
 */
export function movedTo(ways: readonly ReplyInbox[], chosen: ReplyInbox | null, settled: Id | null): ReplyInbox | null {
  const usual = usualWay(ways)
  if (!usual || !chosen || usual.id === chosen.id || usual.id === settled || !isUsable(usual)) return null
  return usual
}

/** What was usual when a draft was last touched: a message that came since is still to be asked about. */
export function settledAt(ways: readonly ReplyInbox[], chosen: ReplyInbox | null, touchedAt: number | null): Id | null {
  const usual = usualWay(ways)
  if (!usual) return null
  const heardAt = usual.last_inbound_at ? Date.parse(usual.last_inbound_at) : 0
  return touchedAt !== null && heardAt > touchedAt ? (chosen?.id ?? null) : usual.id
}
