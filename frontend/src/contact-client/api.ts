/** The contact API, one method for each address. Raises `Problem` when refused, `Unreachable` when nobody answered. */
import { Http } from '@/client-core/http'
import { upload, type Upload } from '@/client-core/upload'
import type {
  ContactAttachment,
  ContactInbox,
  ContactMessage,
  Id,
  Me,
  MePatch,
  MessagePage,
  PushSubscriptionKeys,
  SendContactMessage,
  Session,
} from './types'

export interface BeginSession {
  inbox_id: Id
  /** The site's signed statement of who this is. */
  token?: string
  /** The token of a one-time link. */
  link?: string
  language?: string
}

export class ContactApi {
  private readonly http: Http

  /** `bearer` gives the visitor's token; `base` is the address up to and with `/v1`. */
  constructor(base: string, bearer: () => string | null, fetcher: typeof fetch) {
    this.http = new Http({ base, bearer, fetch: fetcher })
  }

  async inbox(id: Id): Promise<ContactInbox> {
    return (await this.http.get<ContactInbox>(`/inboxes/${id}`)).data
  }

  async begin(body: BeginSession): Promise<Session> {
    return (await this.http.call<Session>('POST', '/sessions', { body })).data
  }

  async me(): Promise<Me> {
    return (await this.http.get<Me>('/me')).data
  }

  async changeMe(body: MePatch): Promise<Me> {
    return (await this.http.call<Me>('PATCH', '/me', { body })).data
  }

  async askForCode(): Promise<void> {
    await this.http.call('POST', '/me/email-code', { body: {} })
  }

  async confirmCode(code: string): Promise<Me> {
    return (await this.http.call<Me>('POST', '/me/email-confirmation', { body: { code } })).data
  }

  /** Mail a one-time link with which to go on on another device. */
  async mailLink(): Promise<void> {
    await this.http.call('POST', '/me/link', { body: {} })
  }

  /** Mail another link in place of one that was used, to the same address. */
  async renewLink(inbox: Id, link: string): Promise<void> {
    await this.http.call('POST', '/links', { body: { inbox_id: inbox, link } })
  }

  async forgetMe(): Promise<void> {
    await this.http.call('DELETE', '/me')
  }

  async signOut(): Promise<void> {
    await this.http.call('DELETE', '/session')
  }

  async solved(): Promise<Me> {
    return (await this.http.call<Me>('PUT', '/resolution')).data
  }

  async messages(query: { before?: number; after?: number; limit?: number } = {}): Promise<MessagePage> {
    return (await this.http.get<MessagePage>('/messages', query)).data
  }

  async send(body: SendContactMessage): Promise<ContactMessage> {
    return (await this.http.call<ContactMessage>('POST', '/messages', { body })).data
  }

  async remove(id: Id): Promise<void> {
    await this.http.call('DELETE', `/messages/${id}`)
  }

  async react(id: Id, emoji: string | null): Promise<void> {
    await this.http.call('PUT', `/messages/${id}/reaction`, { body: { emoji } })
  }

  async read(seq: number): Promise<void> {
    await this.http.call('PUT', '/read', { body: { seq } })
  }

  async subscribeToPush(body: PushSubscriptionKeys): Promise<void> {
    await this.http.call('PUT', '/push-subscription', { body })
  }

  async unsubscribeFromPush(): Promise<void> {
    await this.http.call('DELETE', '/push-subscription')
  }

  /** `key` names the file, should it have to be sent again. */
  upload(file: File, key: string, onProgress: (share: number) => void): Upload<ContactAttachment> {
    const target = { url: this.http.url('/uploads'), headers: () => this.http.unsafeHeaders(), key }
    return upload<ContactAttachment>(target, file, onProgress)
  }

  /** Fetch a document that a plain link could not: only a header says who asks. */
  async document(path: string, fetcher: typeof fetch): Promise<Blob> {
    const answer = await fetcher(this.http.url(path), { headers: this.http.unsafeHeaders(), credentials: 'omit' })
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
    return answer.blob()
  }
}
