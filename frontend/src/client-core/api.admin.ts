/** What only the administration asks for, apart from the first load. */
import type { Agent, Id, Inbox, Instant, Page, Role } from './api.types'
import type { Http } from './http'

/** One value of an inbox, as its channel declares it. */
export interface Setting {
  name: string
  label: string
  help: string
  kind: 'text' | 'number' | 'email' | 'address'
  choices: string[]
  example: string
  default: string
  group: string
  is_secret: boolean
  is_required: boolean
  is_rare: boolean
  is_made_up: boolean
}

export interface Channel {
  id: string
  name: string
  is_chat: boolean
  is_called: boolean
  /** Somebody who has not written can be written to, so it can be tried. */
  writes_first: boolean
  settings: Setting[]
}

export interface ConnectionPart {
  part: 'provider' | 'outgoing' | 'incoming' | 'site'
  state: 'connected' | 'misconfigured' | 'unavailable'
  display_name: string
  reason: string
  code: string
  why?: import('./api.types').Why[]
}

export type TrialState = 'accepted' | 'refused' | 'misconfigured' | 'unavailable' | 'unknown'

/** What became of a test message; `is_windowed`: it was free text, which only arrives at who wrote lately. */
export interface Trial {
  state: TrialState
  to: string
  template: string
  is_windowed: boolean
  reason: string
  code: string
  why: import('./api.types').Why[]
}

export type RevisionKind = 'inbox' | 'team' | 'business_hours' | 'tag' | 'canned_reply'
export type RevisionValue = string | number | string[] | null

/** One change of a thing, field by field; where neither value is known, a secret was replaced. */
export interface Revision {
  id: Id
  at: Instant
  agent_id: Id
  agent_name: string
  is_first: boolean
  can_be_taken_back: boolean
  changed: Record<string, { before: RevisionValue; after: RevisionValue }>
}

/** What archiving a tag would touch. */
export interface TagReach {
  open_cases: number
  views: number
}

/** What archiving an inbox, or giving it to another team, would touch. */
export interface InboxReach {
  open_cases: number
  queued: number
}

export type InboxStage = 'active' | 'paused' | 'archived'

/** Business hours as they are written: {"monday": ["08:00-12:00"]}, {"2026-12-24": []}. */
export interface HoursData {
  zone: string
  weekly: Record<string, string[]>
  exceptions: Record<string, string[]>
}

export interface Hours {
  id: Id
  name: string
  hours: HoursData
  team_ids: Id[]
}

export interface Outlook {
  now: Instant
  is_open: boolean
  opens_at: Instant | null
  first_due_at: Instant
  next_due_at: Instant
}

export type LinkPurpose = 'invitation' | 'reset'

/** A one-time link that nobody has used yet. */
export interface PasswordLink {
  agent_id: Id
  purpose: LinkPurpose
  made_at: Instant
  expires_at: Instant
}

export interface SentLink {
  agent: Agent
  purpose: LinkPurpose
  expires_at: Instant
  is_mailed: boolean
  /** What the link says, where no mail was sent; told this once. */
  token: string | null
}

export interface Invitation {
  name: string
  email: string
  role: Role
  team_ids: Id[]
  language: string
}

/** A program's token, by what it is for; `id` names it and opens nothing. */
export interface ApiToken {
  id: string
  name: string
  agent_id: Id
  agent_name: string
}

export function createAdminApi(http: Http) {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await http.call<T>(method, path, { body })).data

  return {
    channels: async () => (await http.get<Page<Channel>>('/channels', { limit: 200 })).data.items,
    checkInbox: (id: Id) => call<{ parts: ConnectionPart[] }>('POST', `/inboxes/${id}/connection`),
    sendTrial: (id: Id, to: string, language: string) => call<Trial>('POST', `/inboxes/${id}/trials`, { to, language }),
    revisions: async (kind: RevisionKind, id: Id) => (await http.get<Page<Revision>>(`/history/${kind}/${id}`, { limit: 100 })).data.items,
    takeBack: (kind: RevisionKind, id: Id, revision: Id) => call<null>('POST', `/history/${kind}/${id}/${revision}/revert`),
    tagReach: async (id: Id) => (await http.get<TagReach>(`/tags/${id}/reach`)).data,
    inboxReach: async (id: Id) => (await http.get<InboxReach>(`/inboxes/${id}/reach`)).data,
    hours: async () => (await http.get<Page<Hours>>('/business-hours', { limit: 200 })).data.items,
    addHours: (body: { name: string; hours: HoursData }) => call<Hours>('POST', '/business-hours', body),
    replaceHours: (id: Id, body: { name: string; hours: HoursData }) => call<Hours>('PUT', `/business-hours/${id}`, body),
    foresee: (body: { hours: HoursData; first_reply_minutes: number; next_reply_minutes: number }) =>
      call<Outlook>('POST', '/business-hours/outlook', body),
    tokens: async () => (await http.get<Page<ApiToken>>('/me/tokens', { limit: 200 })).data.items,
    revokeToken: (id: string) => call<null>('DELETE', `/me/tokens/${id}`),
    links: async () => (await http.get<Page<PasswordLink>>('/links', { limit: 200 })).data.items,
    invite: (body: Invitation) => call<SentLink>('POST', '/links', body),
    renewLink: (agent: Id, language: string) => call<SentLink>('PUT', `/agents/${agent}/link`, { language }),
    revokeLink: (agent: Id) => call<null>('DELETE', `/agents/${agent}/link`),
    setStage: (id: Id, stage: InboxStage) => call<Inbox>('PATCH', `/inboxes/${id}`, { stage }),
  }
}
