/** The API as functions, one line an endpoint. No rules, no state. */
import type {
  Agent,
  Attachment,
  Availability,
  CannedReply,
  Case,
  Contact,
  Conversation,
  Counts,
  Filters,
  Id,
  Inbox,
  Instant,
  Item,
  DraftToKeep,
  KeptDraft,
  Me,
  Mention,
  NewCannedReply,
  Outcome,
  Page,
  Preferences,
  Quarantined,
  Ref,
  Role,
  SavedView,
  SearchHit,
  LetterDraft,
  SendMessage,
  Undelivered,
  SendNote,
  Star,
  Tag,
  TagColor,
  Team,
  Template,
  TimelinePage,
} from './api.types'
import type { Answer, Http, Query } from './http'
import { everyPage } from './whole'

export interface TimelineQuery {
  before?: number
  after?: number
  limit?: number
}

export type NewAgent = { name: string; email: string; role: Role; team_ids: Id[]; password: string }
export type NewInbox = {
  channel: string
  name: string
  team_id: Id | null
  settings: Record<string, string>
  secrets: Record<string, string>
}

/** Build the API over one `Http`. */
export function createApi(http: Http) {
  const get = <T>(path: string, query?: Query, signal?: AbortSignal) => http.get<T>(path, query, signal)
  const every = <T>(path: string) => everyPage<T>((query) => get<Page<T>>(path, query))
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await http.call<T>(method, path, { body })).data
  const post = async <T>(path: string, body: unknown, key: string): Promise<Answer<T>> =>
    http.call<T>('POST', path, { body, idempotencyKey: key })

  return {
    session: async () => (await http.call<Me>('GET', '/session', { signingIn: true })).data,
    signIn: async (email: string, password: string, workspace?: string) =>
      (
        await http.call<Me>('POST', '/session', {
          body: { email, password, ...(workspace ? { workspace } : {}) },
          signingIn: true,
        })
      ).data,
    signOut: () => call<null>('DELETE', '/session'),
    setAvailability: (availability: Availability) =>
      call<Agent>('PUT', '/me/availability', { availability }),
    setPreferences: (preferences: Preferences) =>
      call<Preferences>('PUT', '/me/preferences', preferences),
    setPassword: (current: string, next: string) =>
      call<null>('PUT', '/me/password', { current, new: next }),

    cases: (
      query: Filters & { contact_id?: Id; number?: number; cursor?: string; limit?: number },
      signal?: AbortSignal,
    ) => get<Page<Case>>('/cases', { ...query }, signal),
    counts: () => get<Counts>('/cases/counts'),
    case: (id: Id) => get<Case>(`/cases/${id}`),
    openCase: (body: { conversation_id: Id; subject?: string; team_id?: Id }) =>
      call<Case>('POST', '/cases', body),
    setSubject: (id: Id, subject: string) => call<Case>('PATCH', `/cases/${id}`, { subject }),
    assign: (id: Id, to: { agent_id?: Id | null; team_id?: Id | null; expected_v?: number }) =>
      call<Case>('PUT', `/cases/${id}/assignment`, to),
    park: (id: Id, wake_at: Instant, reason: string) =>
      call<Case>('PUT', `/cases/${id}/parking`, { wake_at, reason }),
    wake: (id: Id) => call<Case>('DELETE', `/cases/${id}/parking`),
    resolve: (id: Id, outcome: Outcome, noReplyNeeded = false) => call<Case>('PUT', `/cases/${id}/resolution`, { outcome, no_reply_needed: noReplyNeeded }),
    reopen: (id: Id) => call<Case>('DELETE', `/cases/${id}/resolution`),
    markRead: (id: Id, seq: number) => call<null>('PUT', `/cases/${id}/read`, { seq }),
    takeBackPromise: (id: Id) => call<Case>('DELETE', `/cases/${id}/promise`),
    noReplyNeeded: (id: Id) => call<Case>('POST', `/cases/${id}/no-reply-needed`),
    promise: (id: Id, due_at: Instant) => call<Case>('PUT', `/cases/${id}/promise`, { due_at }),

    conversation: (id: Id) => get<Conversation>(`/conversations/${id}`),
    timeline: (id: Id, query: TimelineQuery) =>
      get<TimelinePage>(`/conversations/${id}/timeline`, { ...query }),
    sendMessage: (conversation: Id, body: SendMessage) =>
      post<unknown>(`/conversations/${conversation}/messages`, body, body.id),
    sendNote: (conversation: Id, body: SendNote) =>
      post<unknown>(`/conversations/${conversation}/notes`, body, body.id),
    undoMessage: (conversation: Id, message: Id) =>
      call<{ text: string; attachments: Attachment[]; case: Case | null }>(
        'DELETE',
        `/conversations/${conversation}/messages/${message}`,
      ),
    copyAttachment: (id: Id) => call<Attachment>('POST', `/attachments/${id}/copies`),
    sendAgain: (conversation: Id, message: Id) =>
      call<Item | null>('POST', `/conversations/${conversation}/messages/${message}/delivery`),

    /** What a typed time means in this browser's zone: "fri 9", "jutro 10". */
    wakeTime: (text: string, time_zone: string) => get<{ at: string | null }>('/wake-times', { text, time_zone }),
    contacts: (q: string) => get<Page<Ref>>('/contacts', { q, limit: 8 }),
    contact: (id: Id) => get<Contact>(`/contacts/${id}`),
    renameContact: (id: Id, name: string) => call<Contact>('PATCH', `/contacts/${id}`, { name }),
    search: (query: Query, signal?: AbortSignal) =>
      get<Page<SearchHit>>('/search', query, signal),

    agents: every<Agent>('/agents'),
    createAgent: (body: NewAgent) => call<Agent>('POST', '/agents', body),
    updateAgent: (id: Id, body: Partial<NewAgent> & { disabled?: boolean }) =>
      call<Agent>('PATCH', `/agents/${id}`, body),
    teams: every<Team>('/teams'),
    createTeam: (body: Partial<Team>) => call<Team>('POST', '/teams', body),
    updateTeam: (id: Id, body: Partial<Team>) => call<Team>('PATCH', `/teams/${id}`, body),
    inboxes: every<Inbox>('/inboxes'),
    createInbox: (body: NewInbox) => call<Inbox>('POST', '/inboxes', body),
    updateInbox: (id: Id, body: Partial<NewInbox>) => call<Inbox>('PATCH', `/inboxes/${id}`, body),
    /** Those that the provider approved. */
    templates: (inbox: Id, cursor?: string) =>
      get<Page<Template>>(`/inboxes/${inbox}/templates`, { sendable: true, limit: 200, cursor }),
    tags: every<Tag>('/tags'),
    createTag: (body: { name: string; color: TagColor }) => call<Tag>('POST', '/tags', body),
    updateTag: (id: Id, body: Partial<Tag>) => call<Tag>('PATCH', `/tags/${id}`, body),
    tagCase: (id: Id, tag_ids: Id[], expected: Id[]) =>
      call<Case>('PUT', `/cases/${id}/tags`, { tag_ids, expected }),
    cannedReplies: every<CannedReply>('/canned-replies'),
    createCannedReply: (body: NewCannedReply) => call<CannedReply>('POST', '/canned-replies', body),
    updateCannedReply: (id: Id, body: Partial<CannedReply> & { for_all?: boolean }) =>
      call<CannedReply>('PATCH', `/canned-replies/${id}`, body),
    drafts: every<KeptDraft>('/me/drafts'),
    keepDraft: ({ case_id, mode, ...body }: DraftToKeep) => call<KeptDraft>('PUT', `/me/drafts/${case_id}/${mode}`, body),
    forgetDraft: (caseId: Id, mode: string, upTo: string) =>
      call<null>('DELETE', `/me/drafts/${caseId}/${mode}?up_to=${upTo}`),
    views: every<SavedView>('/views'),
    viewCounts: () => get<Page<{ id: Id; count: number }>>('/views/counts'),
    createView: (body: Omit<SavedView, 'id' | 'mine'>) => call<SavedView>('POST', '/views', body),
    updateView: (id: Id, body: Partial<SavedView>) => call<SavedView>('PATCH', `/views/${id}`, body),
    deleteView: (id: Id) => call<null>('DELETE', `/views/${id}`),
    stars: () => get<Page<Star>>('/me/stars'),
    star: (case_id: Id, subject: Id) => call<null>('PUT', `/me/stars/${subject}`, { case_id }),
    unstar: (subject: Id) => call<null>('DELETE', `/me/stars/${subject}`),
    mentions: () => get<Page<Mention>>('/me/mentions'),
    readMentions: (case_id: Id | null) => call<null>('PUT', '/me/mentions/read', { case_id }),
    letter: (caseId: Id, inbox: Id) => get<LetterDraft | null>(`/cases/${caseId}/letter`, { inbox_id: inbox }),
    undelivered: (state?: string, cursor?: string) => get<Page<Undelivered>>('/deliveries', { state, cursor }),
    quarantine: (cursor?: string) => get<Page<Quarantined>>('/quarantine', { cursor }),
    replay: (id: number) => call<unknown>('POST', `/quarantine/${id}/replay`),
  }
}

export type Api = ReturnType<typeof createApi>
