/** The messages that are held: each once, in the order of their places, always its newest state. */
import type { ContactMessage, Id } from './types'

export class MessageLog {
  private readonly held = new Map<Id, ContactMessage>()
  private order: ContactMessage[] | null = null

  /** Take a message in, or over the older state of the same; what is older than ours is dropped. */
  apply(message: ContactMessage): void {
    const known = this.held.get(message.id)
    if (known && known.seq > message.seq) return
    this.held.set(message.id, message)
    this.order = null
  }

  has(id: Id): boolean {
    return this.held.has(id)
  }

  get(id: Id): ContactMessage | undefined {
    return this.held.get(id)
  }

  clear(): void {
    this.held.clear()
    this.order = null
  }

  /** All of them, oldest first. The same array as long as nothing changed. */
  get items(): ContactMessage[] {
    this.order ??= [...this.held.values()].sort((a, b) => a.place - b.place)
    return this.order
  }
}
