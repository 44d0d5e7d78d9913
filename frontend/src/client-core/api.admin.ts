/** What only the administration asks for, apart from the first load. */
import type { Id, Inbox, Page } from './api.types'
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
  settings: Setting[]
}

export interface ConnectionPart {
  part: 'provider' | 'outgoing' | 'incoming' | 'site'
  state: 'connected' | 'misconfigured' | 'unavailable'
  display_name: string
  reason: string
  code: string
}

export type InboxStage = 'active' | 'paused' | 'archived'

export function createAdminApi(http: Http) {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await http.call<T>(method, path, { body })).data

  return {
    channels: async () => (await http.get<Page<Channel>>('/channels', { limit: 200 })).data.items,
    checkInbox: (id: Id) => call<{ parts: ConnectionPart[] }>('POST', `/inboxes/${id}/connection`),
    setStage: (id: Id, stage: InboxStage) => call<Inbox>('PATCH', `/inboxes/${id}`, { stage }),
  }
}
