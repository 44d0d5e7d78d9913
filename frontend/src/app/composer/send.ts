/** Sending: mint the id, keep the words in the outbox, empty the composer. */
import type { Case, Id, LetterWishes, ReplyInbox, SendAction, SendMessage } from '@/client-core/api.types'
import type { DraftContent } from '@/client-core/drafts'
import { sentWith, withoutPictures } from '@/client-core/pictures'
import { heldFor } from '@/client-core/ways'
import { clock, iso, newId, store } from '../runtime'
import { useLive } from '../stores/live'
import { useSession } from '../stores/session'
import { useUi } from '../stores/ui'
import { useWriting } from '../stores/writing'

export interface ParkChoice {
  wakeAt: number
  reason: string
}

export interface SendOptions {
  action: SendAction
  park?: ParkChoice
  template?: SendMessage['template']
  letter?: LetterWishes
  /** When it goes out; by itself as soon as it can no longer be taken back. */
  sendAt?: number
}

export function useSend() {
  const session = useSession()
  const live = useLive()
  const writing = useWriting()
  const ui = useUi()

  async function reply(row: Case, content: DraftContent, inbox: ReplyInbox | null, options: SendOptions): Promise<void> {
    const id = newId()
    const isThere = live.guest(row.conversation_id) !== null
    const seconds = options.sendAt ? 0 : heldFor(session.me?.undo_seconds ?? 10, inbox, isThere)
    ui.deeds += 1
    const timeline = store.timeline(row.conversation_id)
    const body: SendMessage = {
      id,
      case_id: row.id,
      text: (inbox?.channel === 'email' ? sentWith : withoutPictures)(content.text, content.attachments).trim(),
      hold_seconds: seconds,
      ...(timeline.isLoaded ? { expected_seq: timeline.lastOutboundSeq() } : {}),
      ...(inbox ? { inbox_id: inbox.id } : {}),
      ...(content.attachments.length > 0 ? { attachments: content.attachments.map((file) => file.id) } : {}),
      ...(content.replyTo ? { reply_to: content.replyTo } : {}),
      ...(content.promiseAt ? { promise_at: content.promiseAt, holding: true } : {}),
      ...(options.template ? { template: options.template } : {}),
      ...(options.letter ?? {}),
      ...(options.sendAt ? { send_at: iso(options.sendAt) } : thenOf(options)),
    }
    writing.hold(row, id, seconds)
    await writing.outbox.add({
      kind: 'message',
      id,
      conversationId: row.conversation_id,
      caseId: row.id,
      body,
      authorId: session.viewer.id,
      channel: inbox?.channel ?? row.channel,
      draft: JSON.parse(JSON.stringify(content)) as DraftContent,
      createdAt: iso(clock.now()),
      attempts: 0,
      state: 'queued',
      problem: null,
    })
  }

  async function note(row: Case, content: DraftContent): Promise<void> {
    const id = newId()
    await writing.outbox.add({
      kind: 'note',
      id,
      conversationId: row.conversation_id,
      caseId: row.id,
      body: { id, case_id: row.id, text: content.text.trim(), mentions: namedIn(content.text) },
      draft: JSON.parse(JSON.stringify(content)) as DraftContent,
      createdAt: iso(clock.now()),
      attempts: 0,
      state: 'queued',
      problem: null,
    })
  }

  return { reply, note }
}

function thenOf(options: SendOptions): Partial<SendMessage> {
  if (options.action === 'done') return { then: 'resolve', outcome: 'solved' }
  if (options.action !== 'park' || !options.park) return {}
  return { then: 'park', wake_at: iso(options.park.wakeAt), park_reason: options.park.reason }
}

/** The colleagues whose names stand after an @ in a text. */
function namedIn(text: string): Id[] {
  return [...store.agents.values()].filter((one) => !one.disabled && text.includes(`@${one.name}`)).map((one) => one.id)
}
