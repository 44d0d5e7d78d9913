/** Stand-ins for the browser: a socket one can cut, timers that run when told. */
import type { Frame, ReplyInbox } from '@/client-core/api.types'
import type { Socket } from '@/client-core/stream'

export class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  onerror: Socket['onerror'] = null
  readonly sent: string[] = []
  isClosed = false
  readonly after: number | null

  constructor(after: number | null) {
    this.after = after
  }

  /** Those who only watch it, as the real one lets them. */
  addEventListener(): void {}

  send(data: string): void {
    this.sent.push(data)
  }

  close(): void {
    this.isClosed = true
  }

  deliver(frame: Frame): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  cut(code = 1006): void {
    this.isClosed = true
    this.onclose?.({ code })
  }
}

interface Timer {
  at: number
  run: () => void
}

export class FakeTimers {
  now = 0
  private timers: Timer[] = []

  readonly set = (run: () => void, ms: number): Timer => {
    const timer = { at: this.now + ms, run }
    this.timers.push(timer)
    return timer
  }

  readonly clear = (timer: unknown): void => {
    this.timers = this.timers.filter((one) => one !== timer)
  }

  /** Let time pass; due timers run in their order. */
  pass(ms: number): void {
    const end = this.now + ms
    for (;;) {
      const due = this.timers.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.now = due.at
      this.clear(due)
      due.run()
    }
    this.now = end
  }

  get waits(): number[] {
    return this.timers.map((timer) => timer.at - this.now).sort((a, b) => a - b)
  }
}

/** Numbers that look random and are the same each time. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Let everything that is already promised happen. */
export async function settle(turns = 30): Promise<void> {
  for (let i = 0; i < turns; i += 1) await new Promise((done) => setTimeout(done, 0))
}

/** A way to answer on which nothing stands in the way. */
export function aWay(id: string, more: Partial<ReplyInbox> = {}): ReplyInbox {
  return {
    id,
    name: id,
    channel: id,
    can_send: true,
    reason: null,
    template_required: false,
    window_closes_at: null,
    is_default: false,
    address: null,
    assurance: 'channel',
    is_connected: true,
    last_inbound_at: null,
    last_read_at: null,
    reaches: null,
    takes_marketing: true,
    ...more,
  }
}
