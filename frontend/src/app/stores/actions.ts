/** What can be done with a case: call the server, take its row, say what happened, offer a way back. */
import { defineStore } from 'pinia'
import type { AnyOutcome, Case, FieldError, Id, Outcome } from '@/client-core/api.types'
import { Problem, Unreachable } from '@/client-core/http'
import { msg } from '@/client-core/time'
import { formats, t } from '../i18n'
import { api, clock, iso, store } from '../runtime'
import { useSession } from './session'
import { useUi } from './ui'

export const OUTCOMES: Record<Outcome, string> = {
  solved: msg('outcome-solved'),
  unsolved: msg('outcome-unsolved'),
  withdrawn: msg('outcome-withdrawn'),
  duplicate: msg('outcome-duplicate'),
  spam: msg('outcome-spam'),
}

type Assignee = { agent_id?: Id; team_id?: Id }

export const ENDINGS: Record<AnyOutcome, string> = { ...OUTCOMES, no_reply: msg('outcome-no-reply') }

/** A refusal or a broken line in words for people. Those of a refusal come when somebody needs them. */
export async function spell(error: unknown): Promise<string> {
  if (error instanceof Unreachable) return t('refusal-unreachable')
  if (!(error instanceof Problem)) return t('refusal-unknown')
  try {
    return await (await import('../refusals')).inWords(error)
  } catch {
    return t('refusal-unknown')
  }
}

/** What is wrong with a value. */
export async function sayFault(one: FieldError): Promise<string> {
  try {
    return await (await import('../faults')).inWords(one)
  } catch {
    return t('refusal-unknown')
  }
}

/** Say what went wrong, unless a dialog already does: the end of a session has its own. */
export function complain(error: unknown): void {
  if (error instanceof Problem && error.status === 401) return
  void spell(error).then((words) => useUi().say(words, { tone: 'danger' }))
}

export const useActions = defineStore('actions', () => {
  const ui = useUi()
  const session = useSession()

  /** Run one change. Returns the new row, or null when it was refused (and said so). */
  async function change(call: () => Promise<Case>): Promise<Case | null> {
    ui.deeds += 1
    try {
      const row = await call()
      store.applyCase(row)
      return row
    } catch (error) {
      complain(error)
      return null
    }
  }

  /** Park. Raises the refusal, because its dialog stays open and shows it. */
  async function park(row: Case, wakeAt: number, reason: string): Promise<void> {
    ui.deeds += 1
    store.applyCase(await api.park(row.id, iso(wakeAt), reason))
    const until = formats.value.full(wakeAt, clock.now())
    ui.say(t('done-parked', { until }), { undo: () => void change(() => api.wake(row.id)) })
  }

  async function wake(row: Case): Promise<void> {
    if (await change(() => api.wake(row.id))) ui.say(t('done-woken'))
  }

  /** End a case. Raises the refusal, because its dialog stays open and shows it. */
  async function resolve(row: Case, outcome: Outcome, noReplyNeeded: boolean): Promise<void> {
    ui.deeds += 1
    store.applyCase(await api.resolve(row.id, outcome, noReplyNeeded))
    const undo = () => void change(() => api.reopen(row.id))
    ui.say(t('done-resolved', { number: String(row.number), outcome: t(OUTCOMES[outcome]) }), { undo })
  }

  async function reopen(row: Case): Promise<void> {
    if (await change(() => api.reopen(row.id))) ui.say(t('done-reopened'))
  }

  async function noReplyNeeded(row: Case): Promise<void> {
    if (await change(() => api.noReplyNeeded(row.id))) ui.say(t('done-no-reply'))
  }

  async function takeBackPromise(row: Case): Promise<void> {
    if (await change(() => api.takeBackPromise(row.id))) ui.say(t('done-promise-taken-back'))
  }

  /** Hand over. What changed meanwhile is looked at first: only a change of hands is a reason to ask. */
  async function assign(row: Case, to: Assignee, name: string): Promise<boolean> {
    ui.deeds += 1
    try {
      store.applyCase(await api.assign(row.id, { ...to, expected_v: row.v }))
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'changed_meanwhile') {
        complain(error)
        return false
      }
      return assignAgain(row, to, name)
    }
    const before = { agent_id: row.owner?.id, team_id: row.owner ? undefined : row.team?.id }
    const undo = () => void change(() => api.assign(row.id, before))
    const text = to.agent_id === session.agent?.id ? t('done-taken') : t('done-assigned', { name })
    ui.say(text, { undo: before.agent_id || before.team_id ? undo : null })
    return true
  }

  async function assignAgain(row: Case, to: Assignee, name: string): Promise<boolean> {
    const fresh = await change(async () => (await api.case(row.id)).data)
    if (!fresh) return false
    const isSameHands = fresh.owner?.id === row.owner?.id && fresh.team?.id === row.team?.id
    if (isSameHands) return assign(fresh, to, name)
    const holder = fresh.owner?.name ?? fresh.team?.name ?? ''
    const at = await assignedAt(fresh)
    ui.say(t(at ? msg('assign-changed-at') : msg('assign-changed'), { name: holder, at }), {
      tone: 'danger',
      label: to.agent_id === session.agent?.id ? t('take') : t('assign-anyway'),
      act: () => void assign(fresh, to, name),
    })
    return false
  }

  /** When it came to whoever has it; nothing if that cannot be learnt. */
  async function assignedAt(row: Case): Promise<string> {
    const found = await api.timeline(row.conversation_id, { limit: 30 }).catch(() => null)
    const last = found?.data.items.findLast((one) => one.kind === 'event' && one.event === 'case_assigned' && one.case_id === row.id)
    return last ? formats.value.short(Date.parse(last.at), clock.now()) : ''
  }

  /** Whether it is one's own now. */
  async function take(row: Case): Promise<boolean> {
    const { agent } = session
    if (!agent) return false
    return row.owner?.id === agent.id || assign(row, { agent_id: agent.id }, agent.name)
  }

  /** Give a case these tags; `seen` are those it had when the person chose. */
  async function tag(row: Case, wanted: Id[], seen: Id[]): Promise<boolean> {
    const changed = await change(() => api.tagCase(row.id, wanted, seen))
    if (!changed) return false
    ui.say(t('done-tagged'), { undo: () => void change(() => api.tagCase(row.id, seen, wanted)) })
    return true
  }

  return { tag, park, wake, resolve, reopen, noReplyNeeded, takeBackPromise, assign, take }
})
