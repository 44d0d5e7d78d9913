/** What should be thought of before a mail is answered. */
import type { Id, Item, MessageItem } from './api.types'
import { readMail, senderMarks, type SenderMark } from './mail'

/** What to think of before answering: the latest mail of a case is not what it seems. */
export type Doubt = SenderMark | 'elsewhere'

/** The gravest doubt about whoever wrote last in a case, if that was a mail; `readers`: who gets the answer. */
export function doubtIn(items: readonly Item[], caseId: Id, readers: readonly string[]): Doubt | null {
  const last = items.findLast((item): item is MessageItem => item.kind === 'message' && item.direction === 'in' && item.case_id === caseId)
  const mail = last && readMail(last.content)
  if (!mail) return null
  // A guest who gets the answer is no surprise.
  const marks = senderMarks(last.content).filter((one) => one !== 'guest' || !mail.people.from.some((by) => readers.includes(by.email)))
  const isElsewhere = mail.people.replyTo.some((one) => readers.includes(one.email) && mail.people.from.every((by) => domainOf(by.email) !== domainOf(one.email)))
  return (['forged', 'guest'] as const).find((one) => marks.includes(one)) ?? (isElsewhere ? 'elsewhere' : (marks[0] ?? null))
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
