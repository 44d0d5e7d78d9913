/**
 * The live connection: a WebSocket that resumes where it stopped.
 *
 * Every frame carries the workspace's sequence; after a break we ask for everything after the
 * last one we applied, so nothing is missed, and rows carry `v`, so nothing counts twice. What
 * the changes mean is not known here (see `store.ts`).
 */
import type { Change, Frame, Presence } from './api.types'
import { backoff } from './backoff'

/** The part of WebSocket that is used, so that tests can bring their own. */
export interface Socket {
  send(data: string): void
  close(code?: number): void
  onopen: ((event: unknown) => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
  onerror: ((event: unknown) => void) | null
}

export type StreamState = 'connecting' | 'live' | 'reconnecting' | 'stopped'

export interface StreamOptions<C extends { type: string } = Change> {
  open: (after: number | null) => Socket
  /** What we say first, where the address says nothing of who asks and from where on. */
  hello?: (after: number | null) => string
  onChanges: (changes: C[], seq: number) => void
  onPresence?: (presence: Presence[]) => void
  /** Too far behind to resume: throw away what is held and take a fresh snapshot. */
  onReset: () => void
  onSignedOut: () => void
  /** The server wants nothing more of this page. */
  onRefused?: () => void
  /** Every frame as it came, for what is not a change. */
  onFrame?: (frame: object) => void
  onState?: (state: StreamState) => void
  onNow?: (instant: string) => void
  random?: () => number
  setTimer?: (run: () => void, ms: number) => unknown
  clearTimer?: (timer: unknown) => void
  /** Longest silence of a healthy line; the server pings every 25 s. */
  silenceMs?: number
}

const SIGNED_OUT = 4401
const REFUSED = 4403
const TOO_MUCH = 4429
const PENANCE_MS = 60_000
const OFFLINE = 4001

export class Stream<C extends { type: string } = Change> {
  private socket: Socket | null = null
  private attempt = 0
  private retry: unknown = null
  private silence: unknown = null
  private lastSeq: number | null = null
  private current: StreamState = 'stopped'
  private said: string | null = null
  private readonly options: Required<Omit<StreamOptions<C>, 'hello'>> & Pick<StreamOptions<C>, 'hello'>

  constructor(options: StreamOptions<C>) {
    this.options = {
      onPresence: () => {},
      onRefused: () => {},
      onFrame: () => {},
      onState: () => {},
      onNow: () => {},
      random: Math.random,
      setTimer: (run, ms) => setTimeout(run, ms),
      clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
      silenceMs: 60_000,
      ...options,
    }
  }

  get state(): StreamState {
    return this.current
  }

  get seq(): number | null {
    return this.lastSeq
  }

  /** Connect, resuming after `seq` (a snapshot's sequence). */
  start(seq: number | null): void {
    this.stop()
    this.lastSeq = seq
    this.attempt = 0
    this.become('connecting')
    this.connect()
  }

  stop(): void {
    this.cancel()
    this.drop()
    this.become('stopped')
  }

  /** Try now instead of waiting: the network is back, the page is visible again, the machine woke. */
  hurry(): void {
    if (this.current !== 'reconnecting') return
    this.attempt = 0
    this.cancel()
    this.drop()
    this.connect()
  }

  /** Suspect the line (the machine slept): drop it and resume at once. */
  renew(): void {
    if (this.current === 'stopped') return
    this.become('reconnecting')
    this.hurry()
  }

  /** The machine says that it has no network: do not wait for the silence to prove it. */
  interrupt(): void {
    if (this.current === 'live' || this.current === 'connecting') this.closed(OFFLINE)
  }

  /** Say something that matters only now; it is lost while the line is broken. */
  tell(frame: object): void {
    if (this.current === 'live') this.socket?.send(JSON.stringify(frame))
  }

  /** Say what is open on the screen. Repeated after each reconnect; never stored anywhere. */
  say(viewing: string | null, typing: boolean): void {
    this.said = JSON.stringify({ viewing, typing })
    if (this.current === 'live') this.socket?.send(this.said)
  }

  private connect(): void {
    const socket = this.options.open(this.lastSeq)
    this.socket = socket
    this.listenForSilence()
    socket.onopen = () => {
      if (this.options.hello) socket.send(this.options.hello(this.lastSeq))
    }
    socket.onerror = () => {}
    socket.onmessage = (event) => {
      if (this.socket === socket) this.read(String(event.data))
    }
    socket.onclose = (event) => {
      if (this.socket === socket) this.closed(event.code)
    }
  }

  private read(data: string): void {
    const frame = parse<C>(data)
    this.listenForSilence()
    if (!frame) return
    if (this.current !== 'live') this.welcome()
    const now = frame.now ?? frame.ping
    if (now) this.options.onNow(now)
    this.options.onFrame(frame)
    if (frame.presence) this.options.onPresence(frame.presence)
    if (frame.seq === undefined) return
    const changes = frame.changes ?? []
    if (changes.some((change) => change.type === 'reset')) {
      // Also backwards: a restored database starts a shorter history.
      this.lastSeq = frame.seq
      this.options.onReset()
      return
    }
    this.options.onChanges(changes, frame.seq)
    this.lastSeq = Math.max(this.lastSeq ?? 0, frame.seq)
  }

  private welcome(): void {
    this.attempt = 0
    this.become('live')
    if (this.said) this.socket?.send(this.said)
  }

  private closed(code: number): void {
    this.drop()
    if (code === SIGNED_OUT) {
      this.become('stopped')
      this.options.onSignedOut()
      return
    }
    if (code === REFUSED) {
      this.become('stopped')
      this.options.onRefused()
      return
    }
    this.become('reconnecting')
    const pause = backoff(this.attempt, this.options.random)
    const delay = code === TOO_MUCH ? pause + PENANCE_MS : pause
    this.attempt += 1
    this.retry = this.options.setTimer(() => {
      this.retry = null
      this.connect()
    }, delay)
  }

  private listenForSilence(): void {
    this.options.clearTimer(this.silence)
    this.silence = this.options.setTimer(() => {
      if (this.socket) this.closed(4000)
    }, this.options.silenceMs)
  }

  private drop(): void {
    const socket = this.socket
    this.socket = null
    this.options.clearTimer(this.silence)
    if (!socket) return
    socket.onmessage = null
    socket.onclose = null
    socket.close()
  }

  private cancel(): void {
    this.options.clearTimer(this.retry)
    this.retry = null
  }

  private become(state: StreamState): void {
    if (state === this.current) return
    this.current = state
    this.options.onState(state)
  }
}

type FrameOf<C> = Omit<Frame, 'changes'> & { changes?: C[] }

function parse<C>(data: string): FrameOf<C> | null {
  try {
    return JSON.parse(data) as FrameOf<C>
  } catch {
    return null
  }
}
