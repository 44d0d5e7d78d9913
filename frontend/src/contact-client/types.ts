/** What the contact API says and takes: docs/reference/contact-api.md, word by word. */

export type Id = string
/** RFC 3339, UTC. */
export type Instant = string

export interface Expectation {
  state: 'online' | 'away' | 'closed'
  answer_by: Instant | null
  words_key: 'answer-soon' | 'answer-by' | 'answer-unknown'
}

export interface WidgetTexts {
  title?: string
  greeting?: string
  launcher?: string
}

export interface Appearance {
  /** `#rrggbb`. */
  colour: string
  position: 'left' | 'right'
  launcher: 'bubble' | 'label' | 'none'
  texts: Record<string, WidgetTexts>
}

export interface ContactInbox {
  id: Id
  name: string
  languages: string[]
  default_language: string
  appearance: Appearance
  /** The key that browsers want for push messages, base64url; null: there is no push. */
  push_key: string | null
  max_file_bytes: number
  only_verified: boolean
  /** Who leaves an e-mail address and goes is mailed what is answered. */
  mails_answers: boolean
  /** A one-time link to the conversation can be mailed. */
  mails_links: boolean
  /** The server's time. */
  at: Instant
  expectation: Expectation
  simulated?: boolean
}

/** How sure the server is who this is. */
export type Assurance = 'anonymous' | 'claimed' | 'confirmed' | 'verified'

export interface Visitor {
  id: Id
  name: string | null
  email: string | null
  phone: string | null
  assurance: Assurance
  has_contact: boolean
  push: boolean
}

export interface Session {
  visitor_token: string
  visitor: Visitor
  seq: number
  is_new: boolean
}

export interface Me {
  visitor: Visitor
  expectation: Expectation
  with: { name: string } | null
  conversation: 'none' | 'open' | 'resolved'
  unread: number
  seq: number
  at: Instant
}

/** What is left out stays; "" takes a claim back. */
export interface MePatch {
  name?: string
  email?: string
  phone?: string
  language?: string
}

export interface ContactAttachment {
  id: Id
  name: string
  media_type: string
  bytes: number
  width: number | null
  height: number | null
  state: string
  /** Good for an hour. */
  url: string | null
  thumbnail_url: string | null
}

export interface ContactMessage {
  id: Id
  /** Where it stands among the others; never changes. */
  place: number
  /** Of its last change. */
  seq: number
  /** As the inbox sees it: `in` is the visitor's own. */
  direction: 'in' | 'out'
  text: string
  channel: string
  attachments: ContactAttachment[]
  reply_to: { id: Id; text: string; author: string } | null
  reactions: { emoji: string; by: string }[]
  author: { kind: 'contact' | 'agent' | 'bot' | 'system'; name: string | null }
  at: Instant
  state: 'sent' | 'delivered' | 'read'
  edited_at: Instant | null
  deleted_at: Instant | null
  /** The digits that were mailed are wanted below it. */
  asks_for_code?: boolean
}

export interface MessagePage {
  items: ContactMessage[]
  has_more: boolean
  seq: number
}

export interface SendContactMessage {
  id: Id
  text: string
  attachments?: Id[]
  reply_to?: Id
}

export interface PushSubscriptionKeys {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

export type ContactChange =
  | { type: 'message'; message: ContactMessage }
  | { type: 'state'; with: { name: string } | null; expectation: Expectation; visitor: Visitor; conversation: Me['conversation'] }
  | { type: 'reset' }

/** What the stream sends besides changes. */
export interface ContactFrame {
  typing?: { name: string | null; is_typing: boolean }
  read?: { seq: number }
  ping?: Instant
  /** Of now; comes with a ping. */
  expectation?: Expectation | null
}
