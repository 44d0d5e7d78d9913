/**
 * Where the widget stands: in a frame of a host page, in a window of its own, or in the preview.
 *
 * In a frame nothing is believed but the port that the page around us handed over; the server
 * has already told the browser which sites may be around us (`frame-ancestors`).
 */
import { storageKeep, memoryKeep, type Keep } from '@/contact-client'
import { isForgetful } from './runtime'
import { AWAITED, HELLO, type Hello, type ToFrame, type ToLoader } from './protocol'

/** How long a frame waits for a loader before it goes on without: what it keeps then, no other page finds. */
const PATIENCE_MS = 2_500
/** And for one that has made it and is slow. */
const LONG_PATIENCE_MS = 120_000

export interface Surroundings {
  kind: 'frame' | 'window'
  keep: Keep
  language: string | null
  isOpen: boolean
  post: (message: ToLoader) => void
  /** Told once per message of the loader, those before it was set included. */
  listen: (listener: (message: ToFrame) => void) => void
}

export function surroundings(page: Window, inboxId: string): Promise<Surroundings> {
  return page.parent === page ? Promise.resolve(alone(inboxId, 'window')) : framed(page, inboxId)
}

function alone(inboxId: string, kind: Surroundings['kind']): Surroundings {
  const keep = storageKeep(`clew:${inboxId}:`, undefined, (key) => void (isForgetful.value ||= key === 'token'))
  return { kind, keep, language: null, isOpen: true, post: () => {}, listen: () => {} }
}

/** The preview keeps nothing and speaks to no loader. */
export function nowhere(): Surroundings {
  return { kind: 'frame', keep: memoryKeep(), language: null, isOpen: true, post: () => {}, listen: () => {} }
}

function framed(page: Window, inboxId: string): Promise<Surroundings> {
  return new Promise((resolve) => {
    const patience = page.location.hash === AWAITED ? LONG_PATIENCE_MS : PATIENCE_MS
    const timer = setTimeout(() => resolve(alone(inboxId, 'frame')), patience)
    page.addEventListener('message', function greet(event: MessageEvent) {
      if (!isHello(page, event)) return
      page.removeEventListener('message', greet)
      clearTimeout(timer)
      resolve(withLoader(event.data as Hello, event.ports[0]!))
    })
  })
}

/** Only the window right around us may greet, with a port, from the place it says it is at. */
export function isHello(page: Window, event: MessageEvent): boolean {
  const above = page.location.ancestorOrigins?.[0]
  return (
    event.source === page.parent &&
    event.ports.length === 1 &&
    (event.data as Partial<Hello> | null)?.clew === HELLO &&
    (above === undefined || above === event.origin)
  )
}

function withLoader(hello: Hello, port: MessagePort): Surroundings {
  const post = (message: ToLoader) => port.postMessage(message)
  return {
    kind: 'frame',
    keep: hostKeep(hello.kept, post),
    language: hello.language,
    isOpen: hello.isOpen,
    post,
    listen: (listener) => {
      port.onmessage = (event) => listener(event.data as ToFrame)
    },
  }
}

/** What the host page keeps for us; we hold a copy, so reading needs no waiting. */
function hostKeep(kept: Record<string, string>, post: (message: ToLoader) => void): Keep {
  const copy = memoryKeep(kept)
  return {
    ...copy,
    set: (key, value) => {
      copy.set(key, value)
      post({ t: 'keep', key, value })
    },
  }
}
