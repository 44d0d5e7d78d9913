/** A stand-in for the contact API: keeps each message once, numbers what happens, can be cut off. */
import type { Alone } from '@/client-core/alone'
import type { Socket } from '@/client-core/stream'
import { ContactClient, memoryKeep, type ContactMessage, type Expectation, type Keep, type SendContactMessage, type Visitor } from '@/contact-client'
import { FakeTimers } from './fakes'

const ONLINE: Expectation = { state: 'online', answer_by: null, words_key: 'answer-soon' }

export class ContactServer {
  readonly calls: string[] = []
  readonly messages: ContactMessage[] = []
  readonly lines: Line[] = []
  readonly tokens = new Set<string>()
  readonly senders = new Set<string>()
  sessions = 0
  seq = 100
  isDown = false
  /** Nothing can be read, and nobody can sign out. */
  isBroken = false
  /** Takes the next message, but its answer does not arrive. */
  losesNextAnswer = false
  /** Pages of messages arrive when this is over; they were true when they were asked for. */
  slowness: Promise<void> | null = null
  /** Sessions are begun, and messages taken, when this is over. */
  patience: Promise<void> | null = null
  /** By the server's clock, and what may be expected then. */
  at = new Date().toISOString()
  expectation: Expectation = ONLINE
  refusal: { status: number; code: string } | null = null

  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input), 'http://clew.test')
    const path = url.pathname.replace('/api/contact/v1', '')
    const what = `${init.method ?? 'GET'} ${path}`
    this.calls.push(what)
    if (this.isDown) throw new TypeError('no network')
    if (this.refusal && what === 'POST /messages') return problem(this.refusal.status, this.refusal.code)
    if (what === 'POST /sessions') {
      await this.patience
      return this.begin()
    }
    if (path.startsWith('/inboxes/')) return json(200, { id: 'i1', name: 'Shop', expectation: this.expectation, at: this.at, max_file_bytes: 100 })
    const token = new Headers(init.headers).get('Authorization')?.replace('Bearer ', '') ?? ''
    if (what === 'POST /messages') await this.patience
    if (!this.tokens.has(token)) return problem(401, 'not_signed_in')
    if (what === 'DELETE /session' && this.isBroken) return problem(500, 'internal_error')
    if (what === 'GET /messages' && this.isBroken) return problem(503, 'store_unavailable')
    if (what === 'DELETE /session') this.tokens.delete(token)
    if (what === 'POST /messages') this.senders.add(token)
    const answer = this.answer(what, url.searchParams, JSON.parse(String(init.body ?? '{}')))
    if (what === 'GET /messages') await this.slowness
    return answer
  }

  readonly openSocket = (): Socket => {
    const line = new Line()
    this.lines.push(line)
    return line
  }

  /** An agent answers; whoever listens hears it. */
  says(text: string, isHeard = true): ContactMessage {
    const message = this.add({ id: `m${this.seq}`, text }, 'out')
    if (isHeard) this.lines.at(-1)?.deliver({ seq: message.seq, changes: [{ type: 'message', message }] })
    return message
  }

  /** What happened after `seq`, as the stream sends it to whoever resumes. */
  since(seq: number): object {
    const changes = this.messages.filter((one) => one.seq > seq).map((message) => ({ type: 'message', message }))
    return { seq: this.seq, changes }
  }

  private answer(what: string, query: URLSearchParams, body: unknown): Response {
    if (what === 'POST /messages') return this.take(body as SendContactMessage)
    if (what === 'GET /messages') return this.page(query)
    if (what === 'GET /me') return this.me('open')
    if (what === 'PUT /resolution') return this.me('resolved')
    return new Response(null, { status: 204 })
  }

  private begin(): Response {
    this.sessions += 1
    const token = `token${this.sessions}`
    this.tokens.add(token)
    return json(201, { visitor_token: token, visitor: this.visitor(), seq: this.seq, is_new: this.messages.length === 0 })
  }

  private me(conversation: string): Response {
    return json(200, { visitor: this.visitor(), expectation: this.expectation, with: null, conversation, unread: 0, seq: this.seq, at: this.at })
  }

  private visitor(): Visitor {
    return { id: 'v1', name: null, email: null, phone: null, assurance: 'anonymous', has_contact: false, push: false }
  }

  private take(body: SendContactMessage): Response {
    const known = this.messages.find((one) => one.id === body.id)
    const message = known ?? this.add(body, 'in')
    if (this.losesNextAnswer) {
      this.losesNextAnswer = false
      throw new TypeError('the answer was lost')
    }
    return json(known ? 200 : 201, message)
  }

  private page(query: URLSearchParams): Response {
    const after = Number(query.get('after') ?? 0)
    const before = Number(query.get('before') ?? Number.MAX_SAFE_INTEGER)
    const found = this.messages.filter((one) => one.seq > after && one.place < before)
    const items = found.slice(-Number(query.get('limit') ?? 50))
    return json(200, { items, has_more: items.length < found.length, seq: this.seq })
  }

  private add(body: SendContactMessage, direction: 'in' | 'out'): ContactMessage {
    this.seq += 1
    const message: ContactMessage = {
      id: body.id,
      place: this.seq,
      seq: this.seq,
      direction,
      text: body.text,
      channel: 'webchat',
      attachments: [],
      reply_to: null,
      reactions: [],
      author: { kind: direction === 'in' ? 'contact' : 'agent', name: direction === 'in' ? null : 'Ana' },
      at: '2026-11-22T10:00:00Z',
      state: 'delivered',
      edited_at: null,
      deleted_at: null,
    }
    this.messages.push(message)
    return message
  }
}

/** The browser's end of one WebSocket. */
export class Line implements Socket {
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  onerror: Socket['onerror'] = null
  readonly sent: Record<string, unknown>[] = []

  send(data: string): void {
    this.sent.push(JSON.parse(data))
  }

  close(): void {}

  open(): void {
    this.onopen?.({})
  }

  deliver(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  cut(code = 1006): void {
    this.onclose?.({ code })
  }
}

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status })
const problem = (status: number, code: string): Response => json(status, { status, code, title: code })

/** A page with a client on it. */
export function aVisit(server: ContactServer, keep: Keep = memoryKeep(), alone: Alone = (_, work) => work()) {
  const timers = new FakeTimers()
  const client = new ContactClient({
    inboxId: 'i1',
    keep,
    origin: 'http://clew.test',
    fetch: server.fetch as typeof fetch,
    openSocket: server.openSocket,
    random: () => 0.5,
    alone,
    setTimer: timers.set,
    clearTimer: timers.clear,
  })
  const texts = () => client.state.messages.map((one) => one.text)
  return { client, keep, timers, texts }
}
