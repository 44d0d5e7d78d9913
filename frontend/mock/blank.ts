/** A message with nothing in it, to be filled. */
import type { MessageItem } from '../src/client-core/api.types'

export function emptyMessage(): Omit<MessageItem, 'id' | 'seq' | 'v' | 'at' | 'case_id' | 'author'> {
  return {
    kind: 'message',
    direction: 'in',
    channel: 'whatsapp',
    inbox_id: 'i1',
    text: null,
    content: null,
    attachments: [],
    reply_to: null,
    delivery: null,
    provider_id: null,
    sent_at: null,
    reactions: [],
    edited_at: null,
    deleted_at: null,
    holding: false,
  }
}
