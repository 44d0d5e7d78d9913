// @vitest-environment happy-dom
// @vitest-environment-options {"settings": {"handleDisabledFileLoadingAsSuccess": true}}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { load, type ClewApi } from '@/loader/loader'

vi.stubGlobal('LAUNCHER_WORDS', { en: 'Write to us', pl: 'Napisz do nas' })
vi.stubGlobal('AWAY_WORDS', { en: 'The chat is not available right now.' })

const page = window as unknown as Window & { Clew?: unknown }

function script(data: Record<string, string> = {}): HTMLScriptElement {
  const element = document.createElement('script')
  element.src = 'https://clew.example/widget.js'
  Object.assign(element.dataset, { inbox: 'i1', colour: '#1f6f5c', ...data })
  return element
}

const host = () => document.querySelectorAll('clew-chat')

beforeEach(() => {
  delete page.Clew
  document.body.replaceChildren()
  host().forEach((one) => one.remove())
  localStorage.clear()
})
afterEach(() => vi.restoreAllMocks())

describe('the loader', () => {
  it('leaves one global and one element behind', () => {
    const before = Object.keys(window)

    load(script(), page)

    expect(Object.keys(window).filter((key) => !before.includes(key))).toEqual(['Clew'])
    expect(host()).toHaveLength(1)
    expect(host()[0]!.shadowRoot).toBeNull()
  })

  it('comes once, however often it is loaded', () => {
    load(script(), page)

    expect(load(script(), page)).toBeNull()
    expect(host()).toHaveLength(1)
  })

  it('stays when the page draws itself anew', () => {
    load(script(), page)

    document.body.replaceChildren()

    expect(host()).toHaveLength(1)
  })

  it('does nothing without an inbox', () => {
    expect(load(script({ inbox: '' }), page)).toBeNull()
    expect(page.Clew).toBeUndefined()
  })

  it('runs what was asked for before it came', () => {
    const asked: ClewApi[] = []
    page.Clew = [(clew: ClewApi) => asked.push(clew)]

    const clew = load(script(), page)

    expect(asked).toEqual([clew])
  })

  it('keeps its errors and those of listeners to itself', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const clew = load(script(), page)!
    clew.on('close', () => {
      throw new Error('a mistake of the page')
    })

    clew.open()
    clew.close()

    expect(said).toHaveBeenCalledWith('Clew:', expect.any(Error))
  })

  it('tells the page what happens, until it is told to stop', () => {
    const clew = load(script(), page)!
    const heard: string[] = []
    const stop = clew.on('open', () => heard.push('open'))
    clew.on('close', () => heard.push('close'))

    clew.open()
    clew.close()
    stop()
    clew.open()

    expect(heard).toEqual(['open', 'close'])
  })

  it('gives the frame the focus once its page is there, and not before', () => {
    const focus = vi.spyOn(HTMLIFrameElement.prototype, 'focus').mockImplementation(() => {})
    const made = vi.spyOn(document, 'createElement')
    load(script(), page)!.open()
    const frame = made.mock.results.map((one) => one.value as Element).find((one) => one instanceof HTMLIFrameElement) as HTMLIFrameElement

    expect(focus).not.toHaveBeenCalled()
    vi.spyOn(frame, 'contentWindow', 'get').mockReturnValue({ postMessage: () => {} } as unknown as typeof frame.contentWindow)
    frame.dispatchEvent(new Event('load'))

    expect(focus).toHaveBeenCalledOnce()
  })

  it('forgets the visitor of this inbox and nothing else', () => {
    localStorage.setItem('clew:i1:token', 'secret')
    localStorage.setItem('clew:i2:token', 'another inbox')
    localStorage.setItem('cart', 'a kettle')

    load(script(), page)!.reset()

    expect(Object.keys(localStorage).sort()).toEqual(['cart', 'clew:i2:token'])
  })
})

describe('a frame that does not answer', () => {
  /** Open the chat over a frame that only the test can answer for. */
  function opened(data: Record<string, string> = {}) {
    const made = vi.spyOn(document, 'createElement')
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const clew = load(script(data), page)!
    const frames = () => made.mock.results.map((one) => one.value as Element).filter((one) => one instanceof HTMLIFrameElement) as HTMLIFrameElement[]
    const panel = made.mock.results.map((one) => one.value as Element).find((one) => one.className === 'panel')!
    /** Let the newest frame load; returns what it is told. */
    const loaded = () => {
      const told: { t: string }[] = []
      vi.stubGlobal('MessageChannel', class {
        port1 = { postMessage: (message: { t: string }) => told.push(message) }
      })
      vi.spyOn(frames().at(-1)!, 'contentWindow', 'get').mockReturnValue({ postMessage: () => {} } as unknown as Window & typeof globalThis)
      frames().at(-1)!.dispatchEvent(new Event('load'))
      return told
    }
    return { clew, frames, panel, loaded, said }
  }

  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('makes room for a sentence, and is tried again with all that it was told', () => {
    const { clew, frames, panel, loaded, said } = opened()
    clew.identify('signed')
    clew.open()
    loaded()

    vi.advanceTimersByTime(6_000)

    expect(panel.textContent).toBe('The chat is not available right now.')
    expect(frames()[0]!.isConnected).toBe(false)
    expect(said).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(30_000)
    expect(frames()).toHaveLength(2)
    expect(panel.textContent).toBe('')
    expect(loaded().map((one) => one.t)).toEqual(['identify', 'open'])
  })

  it('hides a button that would lead nowhere, where nothing says how it looks', () => {
    const { frames, loaded } = opened({ colour: '' })
    vi.advanceTimersByTime(5_000)
    expect(frames()).toHaveLength(1)
    loaded()

    vi.advanceTimersByTime(6_000)

    expect((host()[0] as HTMLElement).hidden).toBe(true)
  })
})
