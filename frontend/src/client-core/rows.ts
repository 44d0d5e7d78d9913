/**
 * The one timeline as rows to draw: entries with the lines between them.
 *
 * Lines say what the eye needs to place an entry: the day, a silence of days, where another
 * case begins, where the channel changes. Pure: the same entries give the same rows.
 */
import type { Id, Item, MessageItem } from './api.types'
import { daysBetween } from './time'

/** A silence that may be told of: the server knows whether it was more than a working day. */
export interface GapRow {
  type: 'gap'
  key: string
  from: number
  to: number
}

export type Row =
  | { type: 'day'; key: string; at: number }
  | GapRow
  | { type: 'case'; key: string; caseId: Id | null; isOpenCase: boolean }
  | { type: 'channel'; key: string; channel: string }
  | { type: 'item'; key: string; item: Item; isOpenCase: boolean; isRunStart: boolean; answersLast: boolean }

/** An entry that continues the speaker's run this soon needs no name again. */
const RUN_MS = 10 * 60_000
/** A working day: no shorter silence is told of. */
const LEAST_GAP_MS = 8 * 60 * 60_000

interface Before {
  /** Our latest message: what the next answer is about, without a word. */
  lastOut: Id | null
  at: number
  caseId: Id | null
  channel: string | null
  speaker: string | null
}

/** Rows for `items` (in order), seen from the case `openCaseId`. */
export function timelineRows(items: readonly Item[], openCaseId: Id | null): Row[] {
  const rows: Row[] = []
  let before = null as Before | null
  for (const item of items) {
    if (isTakenBack(item)) continue
    const at = Date.parse(item.at)
    const caseId: Id | null = item.case_id ?? before?.caseId ?? null
    const isOpenCase = caseId === openCaseId
    const lines: Row[] = linesBetween(before, item, at, caseId, isOpenCase)
    rows.push(...lines)
    const speaker = speakerOf(item)
    const isRunStart: boolean =
      lines.length > 0 || speaker === null || speaker !== before?.speaker || at - before.at > RUN_MS
    const answersLast: boolean = item.kind === 'message' && !!item.reply_to && item.reply_to.id === before?.lastOut
    rows.push({ type: 'item', key: item.id, item, isOpenCase, isRunStart, answersLast })
    const lastOut: Id | null = item.kind === 'message' && item.direction === 'out' ? item.id : (before?.lastOut ?? null)
    const channel: string | null = channelOf(item) ?? before?.channel ?? null
    before = { at, caseId, speaker, channel, lastOut }
  }
  return rows
}

/**
 * The rows, as the very objects of `before` where nothing changed: what is drawn from them
 * is drawn again only where there is something new.
 */
export function steadyRows(before: readonly Row[], rows: readonly Row[]): Row[] {
  const held = new Map(before.map((row) => [row.key, row]))
  return rows.map((row) => {
    const known = held.get(row.key)
    return known && isSame(known, row) ? known : row
  })
}

function isSame(one: Row, other: Row): boolean {
  const fields = Object.keys(one) as (keyof Row)[]
  return one.type === other.type && fields.every((field) => one[field] === other[field])
}

function linesBetween(
  before: Before | null,
  item: Item,
  at: number,
  caseId: Id | null,
  isOpenCase: boolean,
): Row[] {
  const lines: Row[] = []
  if (before && at - before.at > LEAST_GAP_MS) {
    lines.push({ type: 'gap', key: `gap:${item.id}`, from: before.at, to: at })
  }
  if (!before || caseId !== before.caseId) {
    lines.push({ type: 'case', key: `case:${item.id}`, caseId, isOpenCase })
  }
  if (!before || daysBetween(before.at, at) !== 0) lines.push({ type: 'day', key: `day:${item.id}`, at })
  const channel = channelOf(item)
  if (channel && channel !== before?.channel && before?.channel) {
    lines.push({ type: 'channel', key: `channel:${item.id}`, channel })
  }
  return lines
}

/** A reply that was taken back was never said; the event that follows tells of it. */
const isTakenBack = (item: Item): boolean => item.kind === 'message' && item.delivery?.state === 'cancelled'

const channelOf = (item: Item): string | null => (item.kind === 'message' ? item.channel : null)

function speakerOf(item: Item): string | null {
  if (item.kind === 'event') return null
  return `${item.kind}:${item.author.kind}:${item.author.id ?? item.author.name}`
}

/** How a message stands, in one word of the catalogue's family `delivery-*`. */
export function isTrouble(item: MessageItem): boolean {
  return item.delivery?.state === 'failed' || item.delivery?.state === 'unknown'
}
