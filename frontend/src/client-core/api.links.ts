/** What people ask who have a link and no session yet. */
import type { LinkPurpose } from './api.admin'
import type { Instant, Me } from './api.types'
import type { Http } from './http'

export interface LinkOwner {
  name: string
  email: string
  workspace: string
  purpose: LinkPurpose
  expires_at: Instant
}

export function createLinksApi(http: Http) {
  const post = async <T>(path: string, body: unknown): Promise<T> => (await http.call<T>('POST', path, { body, signingIn: true })).data

  return {
    owner: (token: string) => post<LinkOwner>('/links/owner', { token }),
    use: (token: string, password: string) => post<Me>('/links/password', { token, password }),
    request: (email: string, language: string) => post<null>('/links/wishes', { email, language }),
  }
}
