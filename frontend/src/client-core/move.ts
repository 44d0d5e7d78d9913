/**
 * Whose move a case is, in words: who holds it, why, until when.
 *
 * The server decides the move; this only chooses the sentences, as ids of the catalogue.
 */
import type { Case, Holder, Id } from './api.types'
import type { Args } from './i18n'
import { lengthOf, msg, toneOf, type Formats, type Tone, type Words } from './time'

export type Mark = 'mine' | 'agent' | 'team' | 'contact' | 'consult' | 'parked' | 'back' | 'bot' | 'done'

export interface MoveWords {
  mark: Mark
  /** "Your move" */
  title: Words
  /** "You promised an answer by 14:20" */
  detail: Words | null
  /** The instant that counts, if one does, and how pressing it is. */
  due: number | null
  tone: Tone
}

export interface MoveView {
  viewerId: Id
  now: number
  formats: Formats
}

/** What an agent has to do, by kind of move. */
const AGENT_DETAIL: Record<string, string> = {
  answer: msg('move-answer'),
  queue: msg('move-answer'),
  acknowledge: msg('move-acknowledge'),
  finish: msg('move-finish'),
  promise: msg('move-promise'),
  delivery: msg('move-delivery'),
  consult: msg('move-consult-answered'),
}

const CONTACT_DETAIL: Record<string, string> = {
  nudge: msg('move-nudge'),
  close: msg('move-close'),
}

export function moveWords(row: Case, view: MoveView): MoveWords {
  const move = row.next_move
  if (row.status === 'resolved' || !move) return resolvedWords(row, view)
  const due = Date.parse(move.due_at)
  const at = view.formats.short(due, view.now)
  const tone = toneOf(due, view.now, Date.parse(move.opened_at))
  const said = SAY[move.holder](row, at, view)
  return { ...said, due, tone: ['agent', 'team'].includes(move.holder) ? tone : 'calm' }
}

type Said = Pick<MoveWords, 'mark' | 'title' | 'detail'>

const SAY: Record<Holder, (row: Case, at: string, view: MoveView) => Said> = {
  agent: agentWords,
  team: (row, at, view) => ({
    mark: row.owner?.id === view.viewerId ? 'mine' : 'team',
    title: row.owner?.id === view.viewerId ? { id: msg('holder-me') } : { id: msg('holder-team') },
    detail: {
      id: row.owner ? msg('move-shared') : msg('move-team'),
      args: { at, team: row.team?.name ?? '' },
    },
  }),
  contact: (row, at, view) => ({
    mark: 'contact',
    title: { id: msg('holder-contact'), args: { name: row.contact.name } },
    detail: contactDetail(row, at, view),
  }),
  department: (_, at) => ({
    mark: 'consult',
    title: { id: msg('holder-department') },
    detail: { id: msg('move-department'), args: { at } },
  }),
  timer: (row, _, view) => ({
    mark: 'parked',
    title: { id: msg('holder-timer'), args: { until: view.formats.full(Date.parse(row.next_move!.due_at), view.now) } },
    detail: row.park?.reason ? { id: msg('move-parked'), args: { reason: row.park.reason } } : null,
  }),
  bot: () => ({ mark: 'bot', title: { id: msg('holder-bot') }, detail: null }),
}

function contactDetail(row: Case, at: string, { formats, now }: MoveView): Words {
  const { kind, opened_at } = row.next_move!
  if (kind !== 'nudge' || !row.silence_closes_at) return { id: CONTACT_DETAIL[kind] ?? msg('move-nudge'), args: { at } }
  const [asked, end] = [opened_at, row.silence_closes_at].map((one) => formats.short(Date.parse(one), now))
  return { id: msg('move-nudge-close'), args: { asked: asked!, at, end: end! } }
}

function agentWords(row: Case, at: string, view: MoveView): Said {
  const move = row.next_move!
  const isMine = move.holder_id === view.viewerId || row.owner?.id === view.viewerId
  const args: Args = { at, name: row.owner?.name ?? '', reason: row.woken?.reason ?? '' }
  if (move.kind === 'woken') {
    const detail = args.reason ? msg('move-woken') : msg('move-finish')
    return { mark: 'back', title: { id: msg('holder-back') }, detail: { id: detail, args } }
  }
  return {
    mark: isMine ? 'mine' : 'agent',
    title: isMine ? { id: msg('holder-me') } : { id: msg('holder-agent'), args },
    detail: { id: AGENT_DETAIL[move.kind] ?? msg('move-answer'), args },
  }
}

function resolvedWords(row: Case, view: MoveView): MoveWords {
  const at = row.resolution ? view.formats.short(Date.parse(row.resolution.at), view.now) : ''
  return {
    mark: 'done',
    title: { id: msg('holder-done') },
    detail: row.resolution ? { id: msg('move-done'), args: { at, outcome: row.resolution.outcome } } : null,
    due: null,
    tone: 'calm',
  }
}

/** The few words at the end of a list row: "by 14:20", "38 min over", "until Wed 10:00". */
export function dueWords(row: Case, view: MoveView): { words: (Words & { span?: Words }) | null; tone: Tone } {
  const move = row.next_move
  if (row.status === 'resolved' || !move) {
    const at = row.resolution ? view.formats.short(Date.parse(row.resolution.at), view.now) : ''
    return { words: at ? { id: msg('due-at'), args: { at } } : null, tone: 'calm' }
  }
  const due = Date.parse(move.due_at)
  const at = view.formats.short(due, view.now)
  const isOurs = move.holder === 'agent' || move.holder === 'team'
  if (isOurs && due < view.now) {
    return { words: { id: msg('due-over'), span: lengthOf(view.now - due) }, tone: 'over' }
  }
  const id = (move.holder === 'contact' && CONTACT_DETAIL[move.kind]) || (DUE[move.holder] ?? msg('due-by'))
  return { words: { id, args: { at } }, tone: isOurs ? toneOf(due, view.now, Date.parse(move.opened_at)) : 'calm' }
}

const DUE: Record<string, string> = {
  timer: msg('due-until'),
  contact: msg('due-next'),
  department: msg('due-next'),
}

