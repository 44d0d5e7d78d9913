/** A mail as its message carries it: what is new in it, what is folded away, who else got it. */

import type { LetterWishes } from './api.letters'

export type FoldKind = 'quote' | 'forward' | 'signature' | 'disclaimer' | 'device'

export interface Fold {
  kind: FoldKind
  start: number
  end: number
}

export interface MailPerson {
  name: string
  email: string
}

export interface MailContent {
  subject: string
  reply: string
  folds: Fold[]
  hasHtml: boolean
  hasRemote: boolean
  isAutomatic: boolean
  /** Encrypted or signed, and by which standard. */
  protection: { kind: 'encrypted' | 'signed'; by: string } | null
  /** The mail as it was received can be asked for. */
  hasOriginal: boolean
  people: { from: MailPerson[]; to: MailPerson[]; cc: MailPerson[]; replyTo: MailPerson[] }
}

/** A stretch of the text: what the writer says, or why it is folded. */
export interface MailPart {
  kind: FoldKind | null
  text: string
}

type Raw = Record<string, unknown>

export const LISTS = ['to', 'cc', 'bcc'] as const

const KINDS: readonly string[] = ['quote', 'forward', 'signature', 'disclaimer', 'device']
/** "Re:" in the languages and programs that have words of their own for it. */
const ANSWER = /^\s*(?:re|odp|aw|antw|sv|vs|rif|r|res|ref|vá|на|відп|ответ|ha|ynt|回复|回覆|答复|返信)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]/iu

const string = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Read what a message carries, if it is a mail. */
export function readMail(content: Raw | null): MailContent | null {
  if (content?.type !== 'mail') return null
  return {
    subject: string(content.subject),
    reply: string(content.reply),
    folds: foldsOf(content.folds),
    hasHtml: content.has_html === true,
    hasRemote: content.has_remote === true,
    isAutomatic: string(content.auto) !== '' && content.auto !== 'none',
    protection: protectionOf(string(content.protection)),
    hasOriginal: Number.isInteger(content.event_id),
    people: {
      from: peopleOf(content.from),
      to: peopleOf(content.to),
      cc: peopleOf(content.cc),
      replyTo: peopleOf(content.reply_to),
    },
  }
}

/** What the reader should know of who wrote: nothing where that is proved. */
export type SenderMark = 'guest' | 'forged' | 'unproved'

export function senderMarks(content: Raw | null): SenderMark[] {
  if (content?.type !== 'mail') return []
  const marks: SenderMark[] = content.is_guest === true ? ['guest'] : []
  if (content.proof === 'forged') marks.push('forged')
  else if (content.proof === 'none' && content.is_history !== true) marks.push('unproved')
  return marks
}

/** The whole text in stretches, in order; blank lines around them are not shown. */
export function mailParts(text: string, folds: Fold[]): MailPart[] {
  const parts: MailPart[] = []
  let at = 0
  const add = (kind: FoldKind | null, end: number) => {
    const said = text.slice(at, end).replace(/^\s*\n|\s+$/gu, '')
    if (said.trim()) parts.push({ kind, text: said })
    at = end
  }
  for (const fold of folds) {
    if (fold.start < at) continue
    add(null, fold.start)
    add(fold.kind, fold.end)
  }
  add(null, text.length)
  return parts
}

/** A subject that a mail begins with; an answer repeats what is known. */
export function newSubject(subject: string): string {
  return ANSWER.test(subject) ? '' : subject.trim()
}

export function personWords(person: MailPerson): string {
  return person.name && person.email ? `${person.name} <${person.email}>` : person.name || person.email
}

/** The subject and readers that are kept with a draft or a letter of ours; null: as is usual. */
export function wishesIn(value: unknown): LetterWishes | null {
  if (!value || typeof value !== 'object') return null
  const raw = value as Raw
  const wishes: LetterWishes = {}
  if (typeof raw.subject === 'string') wishes.subject = raw.subject
  for (const list of LISTS) if (Array.isArray(raw[list])) wishes[list] = raw[list].map(addressIn).filter(Boolean)
  return Object.keys(wishes).length > 0 ? wishes : null
}

/** What somebody typed as readers, one by one. */
export function addressesIn(typed: string): string[] {
  return typed.split(/[\s,;]+/u).map((one) => one.replace(/^<|>$/gu, '')).filter(Boolean)
}

export const isAddress = (text: string): boolean => /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u.test(text)

const addressIn = (value: unknown): string => (typeof value === 'string' ? value : string((value as Raw | null)?.email))

function protectionOf(value: string): MailContent['protection'] {
  const found = /^(pgp|smime)-(encrypted|signed)$/u.exec(value)
  return found && { kind: found[2] as 'encrypted' | 'signed', by: found[1] === 'pgp' ? 'PGP' : 'S/MIME' }
}

function foldsOf(value: unknown): Fold[] {
  if (!Array.isArray(value)) return []
  return (value as Raw[]).filter((one) => KINDS.includes(string(one?.kind)) && Number.isInteger(one.start) && Number.isInteger(one.end)) as unknown as Fold[]
}

function peopleOf(value: unknown): MailPerson[] {
  if (!Array.isArray(value)) return []
  return (value as Raw[]).map((one) => ({ name: string(one?.name), email: string(one?.email) })).filter((one) => one.name || one.email)
}
