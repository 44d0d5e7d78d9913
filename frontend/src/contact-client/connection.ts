/**
 * Who we are to the server, and the line to it: begin, go on, resume, lose.
 *
 * The token is the only thing that says who this is. It lies in the keep and goes into a header
 * or the stream's first frame, nowhere else.
 */
import type { Alone } from '@/client-core/alone'
import { backoff } from '@/client-core/backoff'
import { Problem, Unreachable } from '@/client-core/http'
import { Stream, type Socket } from '@/client-core/stream'
import { ContactApi } from './api'
import type { Held, Timers } from './held'
import type { Keep } from './keep'
import type { ContactState } from './state'
import type { ContactChange, ContactFrame, Id } from './types'

const TOKEN = 'token'
/** So long it takes at most until the other windows of a visitor know the token of one. */
const TOLD_MS = 1_000

export interface ConnectionOptions extends Timers {
  inboxId: Id
  keep: Keep
  /** Of the server, such as `https://clew.example.org`; empty: the page's own. */
  origin: string
  language: () => string
  fetch: typeof fetch
  openSocket: (url: string) => Socket
  random: () => number
  alone: Alone
}

/** What says who this is: the site's signed token, or the token of a one-time link. */
export interface Proof {
  token?: string
  link?: string
}

export class Connection {
  readonly api: ContactApi
  /** A session began or was taken up: what waits may go. */
  onReady: () => void = () => {}
  private readonly options: ConnectionOptions
  private readonly held: Held
  private readonly stream: Stream<ContactChange>
  private beginning: Promise<void> | null = null
  private retry: unknown = null
  private isVisible = false
  private attempt = 0
  private again: unknown = null
  /** How often somebody left this device. */
  private leavings = 0

  constructor(options: ConnectionOptions, held: Held) {
    this.options = options
    this.held = held
    const { random, setTimer, clearTimer } = options
    this.api = this.apiOf(() => this.token)
    this.stream = new Stream<ContactChange>({
      open: () => options.openSocket(this.streamUrl()),
      hello: (after) => JSON.stringify({ token: this.token, after }),
      onChanges: (changes) => changes.forEach((change) => held.changed(change)),
      onFrame: (frame) => this.heard(frame as ContactFrame),
      onReset: () => this.reloadUntilItIsThere(),
      onSignedOut: () => this.lost(),
      onRefused: () => held.show({ phase: 'refused', refusal: 'origin_is_not_allowed' }),
      onState: (line) => this.lineIs(line),
      onNow: (at) => held.clockIs(at),
      random,
      setTimer,
      clearTimer,
    })
  }

  get token(): string | null {
    return this.options.keep.get(TOKEN)
  }

  /** Learn about the inbox, and take up what an earlier visit left. Tries until it succeeds. */
  async start(): Promise<void> {
    this.options.clearTimer(this.retry)
    try {
      if (!this.held.state.inbox) {
        const inbox = await this.api.inbox(this.options.inboxId)
        this.held.show({ inbox, expectation: inbox.expectation })
        this.held.clockIs(inbox.at)
      }
      if (this.token) await this.resume()
      else this.held.show({ phase: 'new', isLoaded: true, line: 'stopped' })
    } catch (error) {
      this.startAgain(error)
      return
    }
    this.attempt = 0
    if (this.held.state.phase !== 'refused') this.onReady()
  }

  /** The expectation is of the moment it was said: ask again, and what time it is. */
  async refresh(): Promise<void> {
    const { phase } = this.held.state
    if (phase !== 'new' && phase !== 'in') return
    const inbox = phase === 'new' ? await this.api.inbox(this.options.inboxId).catch(() => null) : null
    const said = phase === 'in' ? await this.asWhoWeAre(() => this.api.me()).catch(() => null) : inbox
    if (!said || this.held.state.phase !== phase) return
    this.held.show({ expectation: said.expectation, ...(inbox && { inbox }) })
    this.held.clockIs(said.at)
  }

  /** Have a session: the present one, or a new one. A site's `token` or a one-time `link` says who it is. */
  async begin(proof: Proof = {}): Promise<void> {
    const isProven = !!(proof.token || proof.link)
    if (this.token && !isProven) return this.takeUp()
    const { leavings } = this
    // One after the other: two first messages must not become two visitors.
    const before = this.beginning?.catch(() => {})
    this.beginning = (async () => {
      await before
      await (isProven ? this.enter(proof, leavings) : this.enterAlone(leavings))
    })()
    await this.beginning
  }

  /** Whether somebody can see the messages: answers count as seen only then. */
  look(isVisible: boolean): void {
    this.isVisible = isVisible
    this.stream.tell({ visible: isVisible })
  }

  /** Say something that matters only now. */
  tell(frame: object): void {
    this.stream.tell(frame)
  }

  /** The network is back, the page is seen again, or the machine `hasSlept`: then the line may be dead. */
  hurry(hasSlept = false): void {
    if (this.held.state.phase === 'loading') void this.start()
    void this.refresh()
    if (hasSlept) this.stream.renew()
    else this.stream.hurry()
  }

  /** The machine has no network. */
  interrupt(): void {
    this.stream.interrupt()
  }

  /** Leave the line; `start` takes it up again. */
  stop(): void {
    this.options.clearTimer(this.retry)
    this.options.clearTimer(this.again)
    this.stream.stop()
  }

  /** Whoever sits here leaves: a session that is just being begun for them is ended at once. */
  leave(): void {
    this.leavings += 1
  }

  /** Tell the server that the session is over; what a later try would mend is let pass. */
  async endSession(): Promise<void> {
    this.leave()
    if (!this.token) return
    await this.api.signOut().catch((error: unknown) => {
      if (!(error instanceof Unreachable || (error instanceof Problem && error.status === 401))) throw error
    })
  }

  /** Ask as who we are now. An answer that comes when somebody else is here is nobody's. */
  async asWhoWeAre<T>(ask: () => Promise<T>): Promise<T> {
    const { token } = this
    const answer = await ask()
    if (this.token !== token) throw new Unreachable('somebody else is here now')
    return answer
  }

  /** Take the latest messages anew and go on from there. */
  async reload(): Promise<void> {
    const page = await this.asWhoWeAre(() => this.api.messages())
    // What was said while the page was on its way is newer than the page.
    const newer = this.held.log.items.filter((one) => one.seq > page.seq)
    this.held.log.clear()
    for (const one of [...page.items, ...newer]) this.held.log.apply(one)
    this.held.show({ phase: 'in', refusal: null, isLoaded: true, hasEarlier: page.has_more })
    this.stream.start(page.seq)
  }

  /** Take what changed since, without waiting for the stream to say it. */
  async catchUp(): Promise<void> {
    const after = this.stream.seq
    if (after === null) return
    const page = await this.asWhoWeAre(() => this.api.messages({ after, limit: 200 }))
    page.items.forEach((one) => this.held.log.apply(one))
    this.held.show({})
  }

  /** The session is void; what waits to be sent stays. */
  lost(): void {
    this.options.clearTimer(this.again)
    this.options.keep.set(TOKEN, null)
    this.stream.stop()
    this.held.clear()
  }

  /** Another window of this visitor may have begun a session of which we have not heard yet. */
  private async takeUp(): Promise<void> {
    if (this.held.state.phase === 'new') await this.start()
  }

  /** Begin unless another window of this visitor does: they wait for each other, and for the token. */
  private enterAlone(leavings: number): Promise<void> {
    const { alone, inboxId, setTimer } = this.options
    return new Promise((done, failed) => {
      const work = async () => {
        if (this.token) return done(this.takeUp())
        await this.enter({}, leavings).then(done, failed)
        if (this.token) await new Promise<void>((told) => setTimer(told, TOLD_MS))
      }
      alone(`clew.begin.${inboxId}`, work).catch(failed)
    })
  }

  private async enter(proof: Proof, leavings: number): Promise<void> {
    const session = await this.api.begin({ inbox_id: this.options.inboxId, language: this.options.language(), ...proof }).catch((error) => {
      if (error instanceof Problem && error.status === 403) this.held.show({ phase: 'refused', refusal: error.code })
      throw error
    })
    if (this.token && !proof.token && !proof.link) {
      // Where there are no locks another window was quicker: the visitor is who it says.
      await this.apiOf(() => session.visitor_token).signOut().catch(() => {})
      return this.takeUp()
    }
    this.options.keep.set(TOKEN, session.visitor_token)
    if (leavings !== this.leavings) {
      await this.api.signOut().catch(() => {})
      this.lost()
      throw new Unreachable('whoever this was for has left')
    }
    this.held.log.clear()
    this.held.show({ visitor: session.visitor, phase: 'in', refusal: null, isLoaded: session.is_new })
    if (session.is_new) this.stream.start(session.seq)
    else return this.start()
    this.onReady()
  }

  private async resume(): Promise<void> {
    try {
      this.held.meIs(await this.asWhoWeAre(() => this.api.me()))
      await this.reload()
    } catch (error) {
      if (!(error instanceof Problem && error.status === 401)) throw error
      this.lost()
    }
  }

  /** Too much was missed for the stream to tell: what is held is old until this has succeeded. */
  private reloadUntilItIsThere(attempt = 0): void {
    const { token } = this
    this.options.clearTimer(this.again)
    this.reload().catch((error: unknown) => {
      if (this.token !== token) return
      if (error instanceof Problem && error.status === 401) return this.lost()
      const pause = backoff(attempt, this.options.random)
      this.again = this.options.setTimer(() => this.reloadUntilItIsThere(attempt + 1), pause)
    })
  }

  private startAgain(error: unknown): void {
    if (error instanceof Problem && !error.isPassing) {
      this.held.show({ phase: 'refused', refusal: error.code })
      return
    }
    this.held.show({ line: 'reconnecting' })
    this.retry = this.options.setTimer(() => void this.start(), backoff(this.attempt, this.options.random))
    this.attempt += 1
  }

  private heard(frame: ContactFrame): void {
    if (frame.ping) this.stream.tell({ pong: true })
    this.held.heard(frame)
  }

  private lineIs(line: ContactState['line']): void {
    this.held.show({ line })
    if (line !== 'live') return
    this.stream.tell({ visible: this.isVisible })
    // Where the stream gets through, so does what waits.
    this.onReady()
  }

  private apiOf(bearer: () => string | null): ContactApi {
    return new ContactApi(`${this.options.origin}/api/contact/v1`, bearer, this.options.fetch)
  }

  private streamUrl(): string {
    const base = this.options.origin || location.origin
    return `${base.replace(/^http/u, 'ws')}/api/contact/v1/stream`
  }
}
