/**
 * The only script on the host's page: a button, a frame, and the two-way door between them.
 *
 * It may never break the page it is a guest on. It has one global, `Clew`; asks for nothing but
 * `script-src` and `frame-src` of our origin; sets its styles by constructed sheets, which no
 * Content-Security-Policy forbids (by a nonce where a browser has none); and keeps what the frame asks
 * it to keep, because browsers refuse storage to frames of other sites.
 */
import { AWAITED, HELLO, type EventName, type Hello, type Look, type ToFrame, type ToLoader } from '../widget/protocol'
import { colours, guard } from './guest'
import { STYLE } from './style'

/** The label of the button in each language, from the catalogues; put in by the build. */
declare const LAUNCHER_WORDS: Record<string, string>
/** What is said where the chat does not come, likewise. */
declare const AWAY_WORDS: Record<string, string>

type Listener = (data: unknown) => void

export interface ClewApi {
  open(): void
  close(): void
  /** Say who the visitor is: a token that the site's server has signed. */
  identify(token: string): void
  /** Forget the visitor; call it when they sign out of the site. */
  reset(): void
  /** Returns how to stop listening. */
  on(name: EventName, listener: Listener): () => void
  /** Run when `Clew` is there, which is now. */
  push(work: (clew: ClewApi) => void): void
}

const BUBBLE = 'M21 12a8 8 0 0 1-8 8H4l2.5-3A8 8 0 1 1 21 12z'
const CROSS = 'M6 6l12 12M18 6L6 18'
const PATIENCE_MS = 4_000
/** A page that has loaded and says nothing for this long is not ours: the server is away, or does not know this site. */
const SILENCE_MS = 6_000
/** The first pause before the chat is asked for again; each is twice as long as the one before. */
const PAUSE_MS = 30_000

/** Show the button of an inbox. `script` is the element that loaded us; its address is our origin. */
export function load(script: HTMLScriptElement, page: Window & { Clew?: unknown }): ClewApi | null {
  const { inbox, language, colour, position, launcher, label } = script.dataset
  const origin = new URL(script.src).origin
  if (!inbox || (page.Clew && !Array.isArray(page.Clew))) return null
  const { document } = page
  const prefix = `clew:${inbox}:`
  const listeners = new Map<string, Set<Listener>>()
  const waiting: ToFrame[] = []
  let port: MessagePort | null = null
  let frame: HTMLIFrameElement | null = null
  let isOpen = false
  let wantsFocus = false
  let isThere = false
  let isAway = false
  let pause = PAUSE_MS
  let focusBefore: Element | null = null

  const host = document.createElement('clew-chat')
  const root = document.createElement('div')
  const button = document.createElement('button')
  const words = document.createElement('span')
  const badge = document.createElement('span')
  const panel = document.createElement('p')
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  let look: Look = {
    ...colours(colour),
    position: position === 'left' ? 'left' : 'right',
    launcher: launcher === 'label' || launcher === 'none' ? launcher : 'bubble',
    label: label || inWords(LAUNCHER_WORDS),
    close: '',
    title: label || '',
  }
  let unread = ''

  function spoken(): string {
    return (language || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase()
  }

  function inWords(words: Record<string, string>): string {
    return words[spoken()] || words.en!
  }

  function draw(): void {
    root.className = `root ${look.position}${isOpen ? ' open' : ''}${isThere ? ' there' : ''}`
    panel.hidden = !isOpen || isThere
    panel.textContent = isAway ? inWords(AWAY_WORDS) : ''
    root.style.setProperty('--g', look.ground)
    root.style.setProperty('--i', look.ink)
    path.setAttribute('d', isOpen ? CROSS : BUBBLE)
    words.textContent = look.label
    words.hidden = look.launcher !== 'label' || isOpen
    button.setAttribute('aria-label', isOpen && look.close ? look.close : look.label + (unread && `, ${unread}`))
    button.setAttribute('aria-expanded', String(isOpen))
    button.hidden = look.launcher === 'none' && !isOpen
    badge.hidden = !badge.textContent || isOpen
    if (frame) {
      frame.hidden = !isOpen
      frame.title = look.title || look.label
    }
  }

  function post(message: ToFrame): void {
    // Until somebody answers, it may have to be said to another frame once more.
    if (!isThere) waiting.push(message)
    port?.postMessage(message)
  }

  function tell(name: string, data?: unknown): void {
    listeners.get(name)?.forEach((listener) => guard(() => listener(data))())
  }

  function hear(message: ToLoader): void {
    if (!isThere) {
      isThere = true
      isAway = false
      waiting.length = 0
      draw()
    }
    if (message.t === 'look') {
      look = message.look
      host.hidden = false
      draw()
    } else if (message.t === 'unread') {
      badge.textContent = message.count ? String(message.count) : ''
      unread = message.words
      draw()
      tell('unread', message.count)
    } else if (message.t === 'keep') keep(message.key, message.value)
    else if (message.t === 'event') tell(message.name, message.data)
    else if (message.t === 'open') open(false)
    else if (message.t === 'close') close()
  }

  function kept(): Record<string, string> {
    const found: Record<string, string> = {}
    try {
      for (const key of Object.keys(page.localStorage)) {
        if (key.startsWith(prefix)) found[key.slice(prefix.length)] = page.localStorage.getItem(key)!
      }
    } catch { /* Where nothing can be kept, nothing was. */ }
    return found
  }

  function keep(key: string, value: string | null): void {
    try {
      if (value === null) page.localStorage.removeItem(prefix + key)
      else page.localStorage.setItem(prefix + key, value)
    } catch {
      post({ t: 'lost', key })
    }
  }

  function begin(): void {
    if (frame) return
    isAway = false
    frame = document.createElement('iframe')
    frame.src = `${origin}/widget/${inbox}${AWAITED}`
    frame.allow = 'clipboard-write'
    frame.addEventListener('load', guard(greet))
    draw()
    root.prepend(frame)
  }

  function greet(): void {
    const { port1, port2 } = new MessageChannel()
    port = port1
    port.onmessage = (event) => guard(() => hear(event.data as ToLoader))()
    const hello: Hello = { clew: HELLO, kept: kept(), language: language || document.documentElement.lang || null, isOpen }
    frame!.contentWindow!.postMessage(hello, origin, [port2])
    giveFocus()
    waiting.forEach((message) => port1.postMessage(message))
    setTimeout(guard(() => void (port === port1 && !isThere && giveUp())), SILENCE_MS)
  }

  /** What stands in the frame is some page of the browser's: say so in ours, and try again later. */
  function giveUp(): void {
    console.error(`Clew: ${origin} shows no chat here. Is it up, and is ${page.location.origin} one of the sites of this chat?`)
    frame!.remove()
    frame = port = null
    isAway = true
    if (!colour && !isOpen) host.hidden = true
    draw()
    setTimeout(guard(begin), pause)
    pause *= 2
  }

  /** A browser that is told to focus a frame before its page is there may never bring keys to it. */
  function giveFocus(): void {
    if (!wantsFocus || !port) return
    wantsFocus = false
    frame!.focus()
  }

  function open(isByPerson: boolean): void {
    if (isOpen) return
    begin()
    focusBefore = document.activeElement
    isOpen = true
    host.hidden = false
    draw()
    wantsFocus = isByPerson
    giveFocus()
    post({ t: 'open', isByPerson })
    tell('open')
  }

  function close(): void {
    if (!isOpen) return
    const hadFocus = document.activeElement === host
    isOpen = wantsFocus = false
    draw()
    post({ t: 'close' })
    if (hadFocus) (button.hidden && focusBefore instanceof HTMLElement ? focusBefore : button).focus()
    tell('close')
  }

  function build(): void {
    const shadow = host.attachShadow({ mode: 'closed' })
    try {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(STYLE)
      shadow.adoptedStyleSheets = [sheet]
    } catch {
      const style = document.createElement('style')
      style.nonce = script.nonce
      style.textContent = STYLE
      shadow.append(style)
    }
    icon.setAttribute('viewBox', '0 0 24 24')
    icon.setAttribute('aria-hidden', 'true')
    icon.append(path)
    button.type = 'button'
    panel.className = 'panel'
    panel.setAttribute('role', 'status')
    badge.className = 'badge'
    badge.setAttribute('aria-hidden', 'true')
    button.append(icon, words, badge)
    button.addEventListener('click', guard(() => (isOpen ? close() : open(true))))
    for (const intent of ['pointerenter', 'focus']) button.addEventListener(intent, guard(begin), { once: true })
    root.append(panel, button)
    shadow.append(root)
    // Beside the body: pages that draw themselves anew empty it, and what moves it would move us.
    document.documentElement.append(host)
    // Without a colour the inbox says how it looks; until then nothing is there to change under the pointer.
    host.hidden = !colour
    setTimeout(() => (host.hidden = isAway && !isOpen), PATIENCE_MS)
    draw()
    fitKeyboard()
    if (!colour || 'token' in kept() || waiting.length > 0) idle(guard(begin))
    page.addEventListener('storage', guard((event: StorageEvent) => {
      if (event.key?.startsWith(prefix)) post({ t: 'kept', key: event.key.slice(prefix.length), value: event.newValue })
    }))
  }

  /** Where the keyboard covers the page instead of pushing it, the frame ends above it. */
  function fitKeyboard(): void {
    const view = page.visualViewport
    view?.addEventListener('resize', guard(() => {
      const isCovered = isOpen && frame && page.innerWidth <= 520 && view.height < page.innerHeight - 80
      frame?.style.setProperty('height', isCovered ? `${view.height}px` : '')
    }))
  }

  function idle(work: () => void): void {
    if (page.requestIdleCallback) page.requestIdleCallback(work, { timeout: 3_000 })
    else setTimeout(work, 300)
  }

  const api: ClewApi = {
    open: guard(() => open(true)),
    close: guard(close),
    identify: guard((token: string) => {
      post({ t: 'identify', token: String(token) })
      begin()
    }),
    reset: guard(() => {
      for (const key of Object.keys(kept())) keep(key, null)
      post({ t: 'reset' })
    }),
    on: (name, listener) => {
      if (!listeners.has(name)) listeners.set(name, new Set())
      listeners.get(name)!.add(listener)
      return () => void listeners.get(name)!.delete(listener)
    },
    push: (work) => guard(() => work(api))(),
  }
  const earlier = Array.isArray(page.Clew) ? (page.Clew as ((clew: ClewApi) => void)[]) : []
  page.Clew = api
  const show = guard(() => {
    build()
    earlier.forEach((work) => api.push(work))
    tell('ready')
  })
  if (document.body) show()
  else document.addEventListener('DOMContentLoaded', show)
  return api
}
