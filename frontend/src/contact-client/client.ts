/**
 * One contact at one inbox: everything they may do, and everything that happens to them.
 *
 * It has no screen. Subscribe to it, draw its `state`, call its methods. What is sent while
 * nobody answers is kept and goes out later, exactly once; what was missed while the line was
 * broken comes when it is whole again. Nothing is stored or asked for before it is needed: a
 * visitor who only looks has no session.
 */
import { alone } from '@/client-core/alone'
import { Problem } from '@/client-core/http'
import { Outbox } from '@/client-core/outbox'
import type { Upload } from '@/client-core/upload'
import { lineOpener } from '@/client-core/open-line'
import { minter } from '@/client-core/uuid'
import { Connection, type ConnectionOptions, type Proof } from './connection'
import { Held } from './held'
import { outboxKeep } from './keep'
import type { ContactPosting, ContactState } from './state'
import type { ContactAttachment, ContactMessage, Id, MePatch, PushSubscriptionKeys } from './types'

const DRAFT = 'draft'
const TYPING_AGAIN_MS = 5_000

/** What must be said is which inbox and where to keep things; tests bring the rest as well. */
export type ContactClientOptions = Pick<ConnectionOptions, 'inboxId' | 'keep'> &
  Partial<ConnectionOptions> & { now?: () => number }

export interface Writing {
  text: string
  attachments?: ContactAttachment[]
  replyTo?: Id | null
}

export class ContactClient {
  private readonly options: ConnectionOptions & { now: () => number }
  private readonly held: Held
  private readonly connection: Connection
  private readonly outbox: Outbox<ContactPosting>
  private readonly mint: () => Id
  private typedAt = Number.NEGATIVE_INFINITY

  constructor(options: ContactClientOptions) {
    this.options = {
      origin: '',
      language: () => 'en',
      fetch: (...request) => fetch(...request),
      openSocket: lineOpener(),
      now: Date.now,
      random: Math.random,
      alone,
      setTimer: (run, ms) => setTimeout(run, ms),
      clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
      ...options,
    }
    const { keep, now, random, setTimer, clearTimer } = this.options
    this.mint = minter(now)
    this.held = new Held(this.options)
    this.connection = new Connection(this.options, this.held)
    const map = this.held.postings
    this.outbox = new Outbox({ db: outboxKeep(keep), post: (entry) => this.post(entry), map, random, setTimer, clearTimer })
    this.connection.onReady = () => void this.outbox.load()
  }

  get state(): ContactState {
    return this.held.state
  }

  /** Called at once and after each change. Returns how to stop it. */
  subscribe(listener: (state: ContactState) => void): () => void {
    return this.held.subscribe(listener)
  }

  /** Learn about the inbox, and take up what an earlier visit left. Tries until it succeeds. */
  async start(): Promise<void> {
    await this.outbox.load()
    await this.connection.start()
  }

  /** The expectation is of the moment it was said: ask again, and what time it is. */
  refresh(): Promise<void> {
    return this.connection.refresh()
  }

  /** Have a session: the present one, or a new one. A site's `token` or a one-time `link` says who it is. */
  begin(proof: Proof = {}): Promise<void> {
    return this.connection.begin(proof)
  }

  get token(): string | null {
    return this.connection.token
  }

  /** Send a message, now or when it can be. Resolves when it is kept. */
  async send(writing: Writing): Promise<void> {
    // The outbox goes by ids: the later is the larger.
    const id = this.mint()
    const attachments = writing.attachments ?? []
    const body = {
      id,
      text: writing.text,
      ...(attachments.length > 0 ? { attachments: attachments.map((one) => one.id) } : {}),
      ...(writing.replyTo ? { reply_to: writing.replyTo } : {}),
    }
    const createdAt = new Date(this.options.now()).toISOString()
    this.typedAt = Number.NEGATIVE_INFINITY
    const inbox = this.options.inboxId
    await this.outbox.add({ id, conversationId: inbox, attempts: 0, state: 'queued', problem: null, body, attachments, createdAt })
  }

  /** What is being written, on this device; it waits there over visits until it is sent. */
  get draft(): string {
    return this.options.keep.get(DRAFT) ?? ''
  }

  /** Keep what is being written; nothing is told to anybody. */
  saveDraft(text: string): void {
    this.options.keep.set(DRAFT, text || null)
  }

  /** Send one that was refused again. */
  async sendAgain(id: Id): Promise<void> {
    await this.outbox.retry(id)
  }

  /** Take one back that has not been accepted; its words become the draft, unless there is one. Null if it is already out. */
  async withdraw(id: Id): Promise<ContactPosting | null> {
    const taken = await this.outbox.withdraw(id)
    if (taken && !this.draft) this.saveDraft(taken.body.text)
    return taken
  }

  /** Upload a file for a message to come. */
  async upload(file: File, onProgress: (share: number) => void): Promise<Upload<ContactAttachment>> {
    await this.begin()
    return this.connection.api.upload(file, this.mint(), onProgress)
  }

  /** Put one reaction on a message, or take it away. */
  async react(id: Id, emoji: string | null): Promise<void> {
    await this.connection.api.react(id, emoji)
    const message = this.held.log.get(id)
    if (!message) return
    const others = message.reactions.filter((one) => one.by !== 'contact')
    this.held.log.apply({ ...message, reactions: emoji ? [...others, { emoji, by: 'contact' }] : others })
    this.held.show({})
  }

  /** Take back a message of one's own. */
  async remove(id: Id): Promise<void> {
    await this.connection.api.remove(id)
    await this.connection.catchUp()
  }

  /** Load what was said before the oldest that is held. */
  async earlier(): Promise<void> {
    const before = this.held.log.items[0]?.place
    const page = await this.connection.asWhoWeAre(() => this.connection.api.messages({ before, limit: 50 }))
    page.items.forEach((one) => this.held.log.apply(one))
    this.held.show({ hasEarlier: page.has_more })
  }

  /** Take a message anew: the addresses of its files live for an hour. */
  async renew(message: ContactMessage): Promise<void> {
    const page = await this.connection.asWhoWeAre(() => this.connection.api.messages({ before: message.place + 1, limit: 1 }))
    page.items.forEach((one) => this.held.log.apply(one))
    this.held.show({})
  }

  /** Everything that is held was seen. */
  async markRead(): Promise<void> {
    const answers = this.held.log.items.filter((one) => one.direction === 'out')
    const last = answers.at(-1)
    if (!last || (last.place <= this.held.readPlace && this.held.state.unread === 0)) return
    const before = this.held.readPlace
    this.held.readPlace = last.place
    this.held.show({})
    try {
      await this.connection.api.read(Math.max(...answers.map((one) => one.seq)))
    } catch {
      this.held.readPlace = before
    }
  }

  /** The visitor is writing (or has stopped); agents see it for ten seconds. */
  type(isTyping: boolean): void {
    const now = this.options.now()
    if (isTyping && now - this.typedAt < TYPING_AGAIN_MS) return
    if (!isTyping && this.typedAt === Number.NEGATIVE_INFINITY) return
    this.typedAt = isTyping ? now : Number.NEGATIVE_INFINITY
    this.connection.tell({ typing: isTyping })
  }

  /** Whether somebody can see the messages: answers count as seen only then. */
  look(isVisible: boolean): void {
    this.connection.look(isVisible)
  }

  /** The network is back, the page is seen again, or the machine `hasSlept`: then the line may be dead. */
  hurry(hasSlept = false): void {
    this.connection.hurry(hasSlept)
    void this.outbox.load()
  }

  /** The machine has no network. */
  interrupt(): void {
    this.connection.interrupt()
  }

  /** Leave the line; `start` takes it up again. */
  stop(): void {
    this.connection.stop()
  }

  /** Say who one is; a claim until it is proven. */
  async changeMe(patch: MePatch): Promise<void> {
    await this.begin()
    this.held.meIs(await this.connection.asWhoWeAre(() => this.connection.api.changeMe(patch)))
  }

  /** What the contact came for is done: the case ends, until they write again. */
  async solved(): Promise<void> {
    this.held.meIs(await this.connection.asWhoWeAre(() => this.connection.api.solved()))
  }

  /** Have a code mailed to the claimed address. */
  askForCode(): Promise<void> {
    return this.connection.api.askForCode()
  }

  /** Have a one-time link mailed, with which to go on on another device. */
  mailLink(): Promise<void> {
    return this.connection.api.mailLink()
  }

  /** Have another link mailed in place of one that was used or has expired, to the same address. */
  renewLink(link: string): Promise<void> {
    return this.connection.api.renewLink(this.options.inboxId, link)
  }

  /** Prove the claimed address; what was said from it elsewhere comes too. */
  async confirmCode(code: string): Promise<void> {
    this.held.meIs(await this.connection.asWhoWeAre(() => this.connection.api.confirmCode(code)))
    await this.connection.reload()
  }

  /** Be told of answers by push messages. */
  async subscribeToPush(keys: PushSubscriptionKeys): Promise<void> {
    await this.begin()
    await this.connection.api.subscribeToPush(keys)
    if (this.state.visitor) this.held.show({ visitor: { ...this.state.visitor, push: true } })
  }

  /** A page that stands alone, with everything that was said, in the time of this device. */
  transcript(): Promise<Blob> {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    return this.connection.api.document(`/me/transcript?zone=${encodeURIComponent(timeZone)}`, this.options.fetch)
  }

  /** Leave this device: the next person here sees nothing. */
  async signOut(): Promise<void> {
    // Whatever the server says, nothing of them stays here.
    await this.connection.endSession().finally(() => this.forget())
  }

  /** Have everything deleted, here and there. */
  async forgetMe(): Promise<void> {
    await this.connection.api.forgetMe()
    this.forget()
  }

  /** Another tab began a session or ended it. */
  tokenChanged(): void {
    if (this.token) void this.connection.start()
    else this.forget()
  }

  private async post(entry: ContactPosting): Promise<void> {
    for (let isSecondTry = false; ; isSecondTry = true) {
      try {
        await this.begin()
        const { token } = this
        const message = await this.connection.api.send(entry.body)
        if (this.token !== token) return
        this.held.log.apply(message)
        return this.held.show({})
      } catch (error) {
        // The session is over, not the wish to write; unless both are.
        if (!this.held.postings.has(entry.id) || isSecondTry || !(error instanceof Problem) || error.status !== 401) throw error
        this.connection.lost()
      }
    }
  }

  private forget(): void {
    this.connection.leave()
    for (const key of this.options.keep.keys()) this.options.keep.set(key, null)
    this.held.postings.clear()
    this.connection.lost()
  }
}
