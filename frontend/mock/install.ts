/** Puts the mock server behind `fetch`, `WebSocket` and uploads. Only in `--mode mock`. */
import type { Attachment, Frame } from '../src/client-core/api.types'
import type { Socket } from '../src/client-core/stream'
import { answer } from './routes'
import { seed } from './seed'
import { MockServer } from './server'

const LATENCY_MS = 60

class MockSocket implements Socket {
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  onerror: Socket['onerror'] = null
  private readonly deliver = (frame: Frame) => this.onmessage?.({ data: JSON.stringify(frame) })

  constructor(url: string) {
    if (trouble.isCut) {
      setTimeout(() => this.onclose?.({ code: 1006 }), 20)
      return
    }
    const after = Number(new URL(url, location.href).searchParams.get('after') ?? server.seq)
    setTimeout(() => {
      this.onopen?.({})
      this.deliver(server.since(after))
      server.listeners.add(this.deliver)
      this.deliver({ presence: [{ agent_id: 'a2', case_id: 'c1', state: 'viewing' }] })
    }, 30)
  }

  send(): void {}

  close(): void {
    server.listeners.delete(this.deliver)
  }
}

class MockUpload {
  upload: { onprogress: ((event: object) => void) | null } = { onprogress: null }
  onload: (() => void) | null = null
  status = 201
  responseText = ''
  open(): void {}
  setRequestHeader(): void {}
  abort(): void {}
  send(form: FormData): void {
    const file = form.get('file') as File
    const url = URL.createObjectURL(file)
    const isImage = file.type.startsWith('image/')
    const made: Attachment = {
      id: server.id(), name: file.name, media_type: file.type, bytes: file.size, state: 'ready',
      url, thumbnail_url: isImage ? url : null, width: null, height: null,
    }
    setTimeout(() => this.upload.onprogress?.({ lengthComputable: true, loaded: 60, total: 100 }), 80)
    setTimeout(() => {
      this.responseText = JSON.stringify(made)
      this.onload?.()
    }, 300)
  }
}

const server = new MockServer(seed(Date.now()))
/** What goes wrong now, for looking at the screens of bad days. */
const trouble = { fails: null as RegExp | null, isCut: false }
let isSignedIn = !location.search.includes('signed-out') && !location.pathname.startsWith('/sign-in')

async function mockFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const url = new URL(String(input), location.href)
  const method = init.method ?? 'GET'
  await new Promise((done) => setTimeout(done, LATENCY_MS))
  if (trouble.isCut) throw new TypeError('no network')
  if (trouble.fails?.test(url.pathname)) return Response.json({ code: 'broken', title: 'The disk is full.' }, { status: 503 })
  const isSession = url.pathname.endsWith('/session')
  if (!isSignedIn && !(isSession && method === 'POST')) {
    return Response.json({ code: 'signed_out', status: 401, title: 'Sign in first.' }, { status: 401 })
  }
  const result = answer(server, method, url, init.body ? JSON.parse(String(init.body)) : null)
  if (isSession && method === 'POST') isSignedIn = result.status === 201
  if (isSession && method === 'DELETE') isSignedIn = false
  const headers = { 'X-Seq': String(server.seq), 'Content-Type': 'application/json' }
  const body = result.status === 204 ? null : JSON.stringify(result.body)
  return new Response(body, { status: result.status, headers })
}

/** Replace the browser's doors to the network. */
export function install(): void {
  Object.assign(window, {
    fetch: mockFetch,
    WebSocket: MockSocket,
    XMLHttpRequest: MockUpload,
    mockServer: server,
    mockTrouble: trouble,
    mockSignOut: () => (isSignedIn = false),
    mockCut: () => {
      trouble.isCut = true
      window.dispatchEvent(new Event('offline'))
    },
  })
}
