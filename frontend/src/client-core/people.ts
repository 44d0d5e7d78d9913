/** What is known of contacts beside their words, and who may be one person. Loaded with the screens that ask. */
import type { Assurance, Case, ChannelKey, Contact, Id, Instant, Page, Ref } from './api.types'
import type { Http } from './http'

/** How sure we are who somebody is, by the best of their addresses. */
export type Confidence = 'confirmed' | 'likely' | 'not_identified'

/** A contact as rows name them. */
export interface ContactRef extends Ref {
  confidence?: Confidence
}

export const PURPOSES = ['service', 'marketing', 'surveys', 'recording'] as const
export type Purpose = (typeof PURPOSES)[number]

export interface KnownIdentity {
  id: Id
  channel: ChannelKey
  kind: string
  address: string
  display: string | null
  assurance: Assurance
  confidence: Confidence
  /** What the contact wants no more of there: `marketing` or `everything`. */
  opted_out: string | null
  /** Since when nothing arrives there, and why. */
  failed_at: Instant | null
  failure_reason: string | null
  failure_why?: import('./api.types').Why[]
  confirmed_how: string | null
  confirmed_by: string | null
  confirmed_at: Instant | null
  /** When its owner confirmed it by a link, and who had that sent. */
  proven_at: Instant | null
  proof_asked_by: string | null
}

export interface ContactField {
  name: string
  /** Null when it is sensitive: it has to be asked for. */
  value: string | null
  has_value: boolean
  is_sensitive: boolean
  is_covered: boolean
  is_of_workspace: boolean
}

/** A detail that every contact has. */
export interface FieldKind {
  name: string
  is_sensitive: boolean
}

export interface MergeEntry {
  id: Id
  contact: Ref
  at: Instant
  by: string
  reason: string
  rule: string
  undone_at: Instant | null
  undone_by: string
}

export interface Person extends Omit<Contact, 'identities'> {
  identities: KnownIdentity[]
  confidence: Confidence
  fields: ContactField[]
  merges: MergeEntry[]
  claims: { kind: string; address: string }[]
}

export interface Evidence {
  reason: string
  shown: string
}

export interface Suggestion {
  id: Id
  contact: Ref
  evidence: Evidence[]
  is_conflict: boolean
}

export interface Consent {
  id: Id
  purpose: Purpose
  channel: string
  is_given: boolean
  how: string
  at: Instant
  by: string
}

export interface Showing {
  field: string
  at: Instant
  by: string
}

/** The latest word per purpose; general ones and those about a channel stand apart. */
export function inForce(consents: readonly Consent[], purpose: Purpose): Consent[] {
  const latest = new Map<string, Consent>()
  for (const one of consents) {
    if (one.purpose === purpose && !latest.has(one.channel)) latest.set(one.channel, one)
  }
  return [...latest.values()].sort((a, b) => a.channel.localeCompare(b.channel))
}

export function createPeopleApi(http: Http) {
  const get = async <T>(path: string, query?: Record<string, string | number | undefined>): Promise<T> =>
    (await http.get<T>(path, query)).data
  const call = async <T>(method: string, path: string, body?: unknown, key?: string): Promise<T> =>
    (await http.call<T>(method, path, { body, ...(key ? { idempotencyKey: key } : {}) })).data
  const field = (id: Id, name: string): string => `/contacts/${id}/fields/${encodeURIComponent(name)}`

  return {
    person: (id: Id) => get<Person>(`/contacts/${id}`),
    cases: (id: Id, text: string, cursor?: string) =>
      get<Page<Case>>('/cases', { contact_id: id, place: 'all', text: text || undefined, cursor, limit: 50 }),
    suggestions: (id: Id) => get<Suggestion[]>(`/contacts/${id}/suggestions`),
    dismiss: (id: Id, other: Id) => call<null>('DELETE', `/contacts/${id}/suggestions/${other}`),
    suggestAgain: (id: Id, other: Id) => call<null>('PUT', `/contacts/${id}/suggestions/${other}`),
    merge: (id: Id, other: Id, reason: string, key: string) =>
      call<{ merge_id: Id; contact: Person }>('POST', `/contacts/${id}/merges`, { contact_id: other, reason }, key),
    undoMerge: (id: Id, merge: Id) => call<Person>('DELETE', `/contacts/${id}/merges/${merge}`),
    merges: (id: Id) => get<MergeEntry[]>(`/contacts/${id}/merges`),
    setField: (id: Id, name: string, body: { value?: string; is_sensitive: boolean }) =>
      call<Person>('PUT', field(id, name), body),
    showField: (id: Id, name: string) => get<{ value: string }>(field(id, name)),
    removeField: (id: Id, name: string) => call<Person>('DELETE', field(id, name)),
    kinds: () => get<{ items: FieldKind[] }>('/contact-fields'),
    setKinds: (items: FieldKind[]) => call<{ items: FieldKind[] }>('PUT', '/contact-fields', { items }),
    showings: (id: Id) => get<Showing[]>(`/contacts/${id}/showings`),
    consents: (id: Id) => get<Consent[]>(`/contacts/${id}/consents`),
    addConsent: (id: Id, body: Pick<Consent, 'purpose' | 'channel' | 'is_given' | 'how'>, key: string) =>
      call<Consent>('POST', `/contacts/${id}/consents`, body, key),
    confirm: (id: Id, identity: Id, how: string) =>
      call<Person>('PUT', `/contacts/${id}/identities/${identity}/confirmation`, { how }),
    /** Have the contact confirm it: by a link sent there, or by a code in web chat. */
    askToConfirm: (id: Id, identity: Id, language: string) =>
      call<{ is_code: boolean }>('POST', `/contacts/${id}/identities/${identity}/confirmation-requests`, { language }),
    forgetFailure: (id: Id, identity: Id) => call<Person>('DELETE', `/contacts/${id}/identities/${identity}/failure`),
    unconfirm: (id: Id, identity: Id) => call<Person>('DELETE', `/contacts/${id}/identities/${identity}/confirmation`),
  }
}

export type PeopleApi = ReturnType<typeof createPeopleApi>
