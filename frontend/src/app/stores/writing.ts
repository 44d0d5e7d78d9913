/** Drafts, the outbox, and the few seconds in which a sent message can be taken back. */
import { defineStore } from 'pinia'
import { computed, reactive, shallowReactive, shallowRef, watch } from 'vue'
import { alone } from '@/client-core/alone'
import type { Attachment, Case, Id, Item, KeptDraft, MessageItem } from '@/client-core/api.types'
import { forgetLocal, LocalKeep } from '@/client-core/db'
import type { DraftSync } from '@/client-core/draft-sync'
import { Drafts, EMPTY, type Draft, type DraftContent, type Mode } from '@/client-core/drafts'
import { Problem } from '@/client-core/http'
import { wishesIn } from '@/client-core/mail'
import { writtenAgain } from '@/client-core/pictures'
import { Outbox, type MessageEntry, type OutboxEntry } from '@/client-core/outbox'
import { t } from '../i18n'
import { api, clock, store } from '../runtime'
import { useLive } from './live'
import { useUi } from './ui'

export interface Held {
  id: Id
  conversationId: Id
  caseId: Id
  contactName: string
  until: number
}

export const useWriting = defineStore('writing', () => {
  const live = useLive()
  const ui = useUi()
  const drafts = shallowRef(new Drafts({ db: null, now: clock.now.bind(clock) }))
  const outbox = shallowRef(new Outbox({ db: null, post: async () => {} }))
  const held = shallowReactive(new Map<Id, Held>())
  /** Reply or note, per case; only the person changes it. */
  const modes = reactive(new Map<Id, Mode>())
  /** Counts up when a draft was put back from outside the composer, so that it reads it again. */
  const restored = reactive(new Map<string, number>())
  const sync = shallowRef<DraftSync | null>(null)
  /** Words of mine from another machine that differ from those here. */
  const others = shallowReactive(new Map<string, KeptDraft>())
  let keep: LocalKeep | null = null
  let person: Id | null = null

  async function begin(agentId: Id): Promise<void> {
    if (person === agentId) return outbox.value.load()
    person = agentId
    const db = (keep = new LocalKeep(agentId))
    drafts.value = new Drafts({
      db,
      now: () => clock.now(),
      map: shallowReactive(new Map<string, Draft>()),
      onChange: (...change) => sync.value?.changed(...change),
    })
    outbox.value = new Outbox({
      db,
      post,
      map: shallowReactive(new Map<Id, OutboxEntry>()),
      // Ids make even a race harmless.
      alone: (conversationId, work) => alone(`clew.outbox.${conversationId}`, work),
      isOnline: () => navigator.onLine,
    })
    await drafts.value.load()
    for (const draft of drafts.value.held.values()) {
      showAnew(draft.key)
      if (draft.mode === 'note' && !drafts.value.get(draft.caseId, 'reply')) modes.set(draft.caseId, 'note')
    }
    await outbox.value.load()
    // Without that part of this version the words are kept on this computer only.
    await beginSync().catch(() => {})
  }

  async function beginSync(): Promise<void> {
    const { DraftSync } = await import('@/client-core/draft-sync')
    sync.value = new DraftSync({
      drafts: drafts.value,
      others,
      list: async () => (await api.drafts()).data.items,
      keep: api.keepDraft,
      forget: api.forgetDraft,
      isBusy: ({ caseId }) => document.activeElement?.id === 'composer' && location.pathname.endsWith(caseId),
      onAdopted: (draft) => showAnew(draft.key),
    })
    await sync.value.pull()
  }

  async function post(entry: OutboxEntry): Promise<void> {
    const { conversationId } = entry
    const answer =
      entry.kind === 'note'
        ? await api.sendNote(conversationId, entry.body)
        : await api.sendMessage(conversationId, { ...entry.body, expected_seq: seenIn(entry) })
    const item = itemIn(answer.data)
    if (item) store.applyItem(conversationId, item)
    outbox.value.settle(entry.id)
  }

  /** What was refused or met a colleague's reply has its own way back. */
  function heldNow(): Held[] {
    const isStuck = (id: Id) => ['refused', 'conflict'].includes(outbox.value.entries.get(id)?.state ?? '')
    return [...held.values()].filter((one) => !isStuck(one.id))
  }

  /** Messages of mine that can still be taken back, newest last. */
  function heldIn(conversationId: Id): Held[] {
    return heldNow().filter((one) => one.conversationId === conversationId)
  }

  function hold(row: Case, id: Id, seconds: number): void {
    if (seconds <= 0) return
    const until = clock.now() + seconds * 1000
    held.set(id, { id, until, caseId: row.id, conversationId: row.conversation_id, contactName: row.contact.name })
  }

  /** After a reload: what I sent a moment ago can still be taken back. */
  function adopt(row: Case, items: readonly Item[], me: Id): void {
    for (const item of items) {
      if (item.kind !== 'message' || item.author.id !== me || !item.delivery?.held_until) continue
      const until = Date.parse(item.delivery.held_until)
      if (until <= clock.now() || item.delivery.state !== 'queued') continue
      held.set(item.id, {
        id: item.id,
        until,
        caseId: item.case_id ?? row.id,
        conversationId: row.conversation_id,
        contactName: row.contact.name,
      })
    }
  }

  function release(id: Id): void {
    held.delete(id)
  }

  /** Take a message back: text and attachments return to the composer. */
  async function undo(id: Id): Promise<void> {
    const one = held.get(id)
    if (!one) return
    ui.deeds += 1
    held.delete(id)
    const kept = outbox.value.entries.get(id)
    const withdrawn = await outbox.value.withdraw(id)
    if (withdrawn && !mayBeThere(withdrawn)) return putBack(one.caseId, 'reply', withdrawn.draft)
    await settled(id)
    try {
      const answer = await api.undoMessage(one.conversationId, id)
      outbox.value.entries.delete(id)
      if (answer.case) store.applyCase(answer.case)
      const content = { ...EMPTY, ...kept?.draft, text: writtenAgain(answer.text), attachments: answer.attachments ?? [] }
      putBack(one.caseId, 'reply', content)
    } catch (error) {
      const code = error instanceof Problem ? error.code : ''
      if (withdrawn && code === 'not_found') return putBack(one.caseId, 'reply', withdrawn.draft)
      const isGone = code === 'already_sent'
      ui.say(isGone ? t('undo-too-late') : t('undo-failed'), { tone: 'danger' })
      if (!withdrawn || isGone) return
      // Nobody knows whether it arrived: to say it once more could say it twice. So it goes on its way.
      held.set(id, one)
      await outbox.value.add({ ...withdrawn, state: 'queued' })
    }
  }

  /** Take back a reply that waits for its time; with `keeps` its words return to the composer. */
  async function cancel(row: Case, item: MessageItem, keeps: boolean): Promise<void> {
    try {
      const answer = await api.undoMessage(row.conversation_id, item.id)
      const content = { ...EMPTY, text: writtenAgain(answer.text), attachments: answer.attachments ?? [], letter: wishesIn(item.content) }
      if (keeps) putBack(item.case_id ?? row.id, 'reply', content)
      else ui.say(t('later-cancelled'), { undo: () => putBack(item.case_id ?? row.id, 'reply', content) })
    } catch (error) {
      const isGone = error instanceof Problem && error.code === 'already_sent'
      ui.say(isGone ? t('undo-too-late') : t('undo-failed'), { tone: 'danger' })
    }
  }

  /** Give words back to the composer, before whatever was typed since. */
  function putBack(caseId: Id, mode: Mode, content: DraftContent): void {
    const typed = drafts.value.get(caseId, mode)
    const text = [content.text, typed?.text].filter(Boolean).join('\n\n')
    const attachments = [...content.attachments, ...(typed?.attachments ?? [])]
    drafts.value.set(caseId, mode, { ...content, text, attachments })
    modes.set(caseId, mode)
    showAnew(`${caseId}:${mode}`)
  }

  /** A file for the reply in a case has arrived, whatever is on the screen now. */
  function attach(caseId: Id, file: Attachment): void {
    const typed = drafts.value.get(caseId, 'reply') ?? EMPTY
    drafts.value.set(caseId, 'reply', { ...typed, attachments: [...typed.attachments, file] })
    showAnew(`${caseId}:reply`)
  }

  const showAnew = (key: string) => restored.set(key, (restored.get(key) ?? 0) + 1)

  /** An entry that is on its way has to arrive before it can be taken back. */
  async function settled(id: Id): Promise<void> {
    for (let i = 0; i < 40 && outbox.value.entries.get(id)?.state === 'sending'; i += 1) {
      await new Promise((done) => setTimeout(done, 100))
    }
  }

  live.onChanges((changes) => {
    for (const change of changes) {
      if (change.type !== 'item') continue
      outbox.value.entries.delete(change.item.id)
      learnHold(change.item)
    }
  })

  function learnHold(item: Item): void {
    const one = held.get(item.id)
    if (!one || item.kind !== 'message') return
    const until = (item as MessageItem).delivery?.held_until
    if (until) held.set(item.id, { ...one, until: Date.parse(until) })
    else held.delete(item.id)
  }

  window.addEventListener('online', () => void outbox.value.load())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      void drafts.value.flush()
      sync.value?.flush()
    } else {
      void outbox.value.load()
      void sync.value?.pull()
    }
  })
  window.addEventListener('pagehide', () => void drafts.value.flush())

  watch(
    () => live.isLive,
    (isLive, before) => {
      if (!isLive || before !== false) return
      void outbox.value.load()
      void sync.value?.pull()
    },
  )

  const unsent = computed(() => outbox.value.unsent)

  /** Leave nothing of this person on the computer. */
  async function forget(): Promise<void> {
    if (person) await forgetLocal(person, keep)
  }

  return {
    drafts, sync, others, outbox, held, modes, restored, unsent,
    begin, heldNow, heldIn, hold, adopt, release, undo, cancel, putBack, attach, forget,
  }
})

/** Whether the server may have it although no answer said so. */
const mayBeThere = (entry: OutboxEntry): boolean => entry.attempts > 0 && !['refused', 'conflict'].includes(entry.state)

/** The newest reply this one was written in sight of; one's own count as seen. */
function seenIn(entry: MessageEntry): number | undefined {
  const seen = entry.body.expected_seq
  if (seen === undefined) return undefined
  const mine = store.timeline(entry.conversationId).lastOutboundSeq(entry.authorId)
  return Math.max(seen, mine)
}

/** The timeline entry inside an answer, however it is wrapped. */
function itemIn(data: unknown): Item | null {
  const body = data as Record<string, unknown> | null
  for (const found of [body, body?.item, body?.message, body?.note]) {
    const item = found as Partial<Item> | null | undefined
    if (item && typeof item === 'object' && item.id && item.kind && item.seq && item.v) return item as Item
  }
  return null
}
