/**
 * One door to the server: JSON in and out, problem details as errors, the CSRF header.
 *
 * It knows nothing of screens. Whoever is told that the session ended decides what to show.
 */
import type { ProblemBody } from './api.types'

/** The server answered, and refused. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly body: ProblemBody

  constructor(status: number, body: ProblemBody) {
    super(body.detail || body.title || `HTTP ${status}`)
    this.status = status
    this.code = body.code ?? ''
    this.body = body
  }

  /** Whether the same request may succeed later without being changed. */
  get isPassing(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408
  }
}

/** Nobody answered: offline, a broken connection, or a time-out. */
export class Unreachable extends Error {}

export interface Answer<T> {
  data: T
  status: number
  /** The workspace's sequence the answer is at least as new as. */
  seq: number | null
}

export interface HttpOptions {
  fetch: typeof fetch
  base?: string
  timeoutMs?: number
  /** A bearer token, for those whom no cookie names. Without this the browser's cookies go along. */
  bearer?: () => string | null
  onSignedOut?: () => void
}

const STALE_TOKEN = 'csrf_token_is_wrong'

export type Query = Record<string, string | number | boolean | null | undefined>

export interface CallOptions {
  query?: Query
  body?: unknown
  idempotencyKey?: string
  signal?: AbortSignal
  /** A 401 is an answer here, not the end of a session. */
  signingIn?: boolean
  isSecondTry?: boolean
}

export class Http {
  csrf = ''
  /** Gets a fresh token when another tab has signed in anew. Returns whether to try once more. */
  renewToken: (() => Promise<boolean>) | null = null
  private readonly options: Required<Pick<HttpOptions, 'fetch' | 'base' | 'timeoutMs'>> & HttpOptions

  constructor(options: HttpOptions) {
    this.options = { base: '/api/v1', timeoutMs: 20_000, ...options }
  }

  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer<T>> {
    return this.call<T>('GET', path, { query, signal })
  }

  /** Make one call. Raises `Problem` when refused, `Unreachable` when nobody answered. */
  async call<T>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const { response, text } = await this.reach(method, path, options)
    const data = parse(text)
    if (!response.ok) {
      const problem = new Problem(response.status, (data ?? {}) as ProblemBody)
      if (problem.code === STALE_TOKEN && !options.isSecondTry && (await this.renewToken?.())) {
        return this.call<T>(method, path, { ...options, isSecondTry: true })
      }
      if (response.status === 401 && !options.signingIn) this.options.onSignedOut?.()
      throw problem
    }
    const seq = Number(response.headers.get('X-Seq') ?? Number.NaN)
    return { data: data as T, status: response.status, seq: Number.isFinite(seq) ? seq : null }
  }

  /** Headers that every unsafe request needs, for uploads too, which cannot go through `call`. */
  unsafeHeaders(): Record<string, string> {
    if (this.options.bearer) return this.bearerHeaders()
    return this.csrf ? { 'X-CSRF-Token': this.csrf } : {}
  }

  private bearerHeaders(): Record<string, string> {
    const token = this.options.bearer?.()
    return token ? { Authorization: `Bearer ${token}` } : {}
  }

  url(path: string, query?: Query): string {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(query ?? {})) {
      if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
    }
    const tail = search.size > 0 ? `?${search}` : ''
    return `${this.options.base}${path}${tail}`
  }

  /** The whole answer: one that breaks off has not arrived, and one that does not end is not waited for. */
  private async reach(method: string, path: string, options: CallOptions): Promise<{ response: Response; text: string }> {
    const headers: Record<string, string> = { Accept: 'application/json', ...this.bearerHeaders() }
    // Also with safe ones: a page whose person has left is not told what the next one may see.
    if (method !== 'GET' || !options.signingIn) Object.assign(headers, this.unsafeHeaders())
    if (options.body !== undefined) headers['Content-Type'] = 'application/json'
    if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(), this.options.timeoutMs)
    const stop = () => limit.abort()
    options.signal?.addEventListener('abort', stop, { once: true })
    try {
      const response = await this.options.fetch(this.url(path, options.query), {
        method,
        headers,
        credentials: this.options.bearer ? 'omit' : 'same-origin',
        body: options.body === undefined ? null : JSON.stringify(options.body),
        signal: limit.signal,
      })
      return { response, text: response.status === 204 ? '' : await response.text() }
    } catch (error) {
      if (options.signal?.aborted) throw options.signal.reason ?? error
      throw new Unreachable(error instanceof Error ? error.message : String(error))
    } finally {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', stop)
    }
  }
}

function parse(text: string): unknown {
  if (!text) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
