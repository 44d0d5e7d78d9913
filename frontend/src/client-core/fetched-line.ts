/**
 * A stream over plain requests, for networks that let no WebSocket through.
 *
 * To `Stream` it is a WebSocket. Whatever fails on the way closes it, and the next line resumes
 * by number: nothing here is asked for twice.
 */
import type { Socket } from './stream'

interface Answer {
  line: string
  frames: string[]
  closed: number | null
}

/** As a WebSocket says that it broke. */
const BROKEN = 1006

export class FetchedLine implements Socket {
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  onerror: Socket['onerror'] = null
  private line: string | null = null
  private isOver = false
  private readonly gone = new AbortController()
  /** One after the other: what is said keeps its order. */
  private saying: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly url: string,
    private readonly call: typeof fetch = (...given) => fetch(...given),
  ) {
    void this.run()
  }

  send(data: string): void {
    const { line } = this
    this.saying = this.saying.then(() => this.ask({ line, say: [data], wait: false })).catch(() => this.end(BROKEN))
  }

  close(): void {
    if (this.isOver) return
    this.isOver = true
    this.gone.abort()
    if (this.line) void this.post({ line: this.line, bye: true }, { keepalive: true }).catch(() => {})
  }

  private async run(): Promise<void> {
    try {
      let answer = await this.ask({})
      this.line = answer!.line
      this.onopen?.({})
      while (!this.isOver) {
        for (const data of answer!.frames) this.onmessage?.({ data })
        if (answer!.closed !== null) return this.end(answer!.closed)
        answer = await this.ask({ line: this.line })
      }
    } catch {
      this.end(BROKEN)
    }
  }

  private async ask(asked: object): Promise<Answer | null> {
    const answer = await this.post(asked, { signal: this.gone.signal })
    if (!answer.ok) throw new Error(String(answer.status))
    return answer.status === 204 ? null : ((await answer.json()) as Answer)
  }

  private post(asked: object, more: RequestInit): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' }
    return this.call(this.url, { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(asked), ...more })
  }

  private end(code: number): void {
    if (this.isOver) return
    this.isOver = true
    this.gone.abort()
    this.onclose?.({ code })
  }
}
