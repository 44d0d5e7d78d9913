/** Whether a colleague has answered while somebody writes: two answers would reach the contact. */
import type { Id, Item, MessageItem } from './api.types'

/** The newest reply that another person of ours gave after `since`, on the server's clock. */
export function overtaking(items: Iterable<Item>, since: number, me: Id): MessageItem | null {
  let newest: MessageItem | null = null
  for (const item of items) {
    if (item.kind !== 'message' || item.direction !== 'out' || item.author.kind !== 'agent' || item.author.id === me) continue
    if (Date.parse(item.at) > since && item.seq > (newest?.seq ?? 0)) newest = item
  }
  return newest
}
