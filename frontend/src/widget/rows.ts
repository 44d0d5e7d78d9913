/** Messages as they are drawn: days between them, and runs of one author under one name. Pure. */
import { startOfDay } from '@/client-core/time'
import type { ContactMessage } from '@/contact-client'

export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'message'; key: string; message: ContactMessage; isFirst: boolean; isLast: boolean }

const RUN_MS = 5 * 60_000

export function rowsOf(messages: readonly ContactMessage[]): Row[] {
  const rows: Row[] = []
  let day = Number.NaN
  for (const [i, message] of messages.entries()) {
    const at = Date.parse(message.at)
    const today = startOfDay(at)
    if (today !== day) rows.push({ kind: 'day', key: `day${today}`, at })
    day = today
    rows.push({
      kind: 'message',
      key: message.id,
      message,
      isFirst: !isRun(messages[i - 1], message),
      isLast: !isRun(message, messages[i + 1]),
    })
  }
  return rows
}

/** Whether `next` goes on where `one` stopped: same author, same day, shortly after. */
function isRun(one: ContactMessage | undefined, next: ContactMessage | undefined): boolean {
  if (!one || !next) return false
  const [from, to] = [Date.parse(one.at), Date.parse(next.at)]
  return (
    one.direction === next.direction &&
    one.author.name === next.author.name &&
    to - from < RUN_MS &&
    startOfDay(from) === startOfDay(to)
  )
}
