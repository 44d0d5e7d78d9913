import { describe, expect, it, vi } from 'vitest'
import { FetchedLine } from '@/client-core/fetched-line'
import { lineOpener } from '@/client-core/open-line'
import type { Socket } from '@/client-core/stream'

type Asked = { line?: string; say?: string[]; wait?: boolean; bye?: boolean }

/** A server that answers each question with what the test gives. */
function server() {
  const asked: Asked[] = []
  const waiting: ((answer: Response) => void)[] = []
  const call = vi.fn((_: string, init: RequestInit) => {
    const one = JSON.parse(String(init.body)) as Asked
    asked.push(one)
    if (one.wait === false || one.bye) return Promise.resolve(new Response(null, { status: 204 }))
    return new Promise<Response>((answer, fail) => {
      init.signal?.addEventListener('abort', () => fail(new Error('aborted')))
      waiting.push(answer)
    })
  })
  const answer = async (body: object, status = 200) => {
    await vi.waitFor(() => expect(waiting.length).toBe(1))
    waiting.shift()!(Response.json({ line: 'a', frames: [], closed: null, ...body }, { status }))
  }
  return { asked, answer, call: call as unknown as typeof fetch }
}

function listened(line: Socket) {
  const heard: unknown[] = []
  line.onopen = () => heard.push('open')
  line.onmessage = ({ data }) => heard.push(data)
  line.onclose = ({ code }) => heard.push(code)
  return heard
}

describe('a line of requests', () => {
  it('opens, hears in order, says in order, and hears why it ended', async () => {
    const { asked, answer, call } = server()
    const line = new FetchedLine('http://clew.test/stream?after=7', call)
    const heard = listened(line)
    line.onopen = () => line.send('hello')

    await answer({})
    await answer({ frames: ['one', 'two'] })
    line.send('more')
    await answer({ frames: ['three'], closed: 4401 })

    await vi.waitFor(() => expect(heard).toEqual(['one', 'two', 'three', 4401]))
    expect(asked.filter(({ say }) => say)).toEqual([
      { line: 'a', say: ['hello'], wait: false },
      { line: 'a', say: ['more'], wait: false },
    ])
  })

  it('is broken by whatever fails', async () => {
    const { answer, call } = server()
    const heard = listened(new FetchedLine('/stream', call))
    await answer({})
    await answer({}, 410)

    await vi.waitFor(() => expect(heard).toEqual(['open', 1006]))
  })

  it('says goodbye, and nothing after it', async () => {
    const { asked, answer, call } = server()
    const line = new FetchedLine('/stream', call)
    const heard = listened(line)
    await answer({})
    await vi.waitFor(() => expect(asked.length).toBe(2))
    line.close()

    await vi.waitFor(() => expect(asked.at(-1)).toEqual({ line: 'a', bye: true }))
    expect(heard).toEqual(['open'])
  })
})

class Web extends EventTarget {
  close = vi.fn()
}

describe('opening a line', () => {
  const opened = () => {
    const webs: Web[] = []
    const others: string[] = []
    const open = lineOpener({
      web: () => webs[webs.push(new Web()) - 1] as unknown as WebSocket,
      fetched: () => Promise.resolve((url) => ({ url: others.push(url) }) as unknown as Socket),
    })
    return { webs, others, open: () => open('wss://clew.test/stream') }
  }

  it('asks by requests where two WebSockets running have said nothing, and then tries one again', async () => {
    const { webs, others, open } = opened()
    for (let time = 0; time < 5; time += 1) {
      open()
      await Promise.resolve()
    }

    expect(webs.length).toBe(3)
    expect(others).toEqual(['https://clew.test/stream', 'https://clew.test/stream'])
  })

  it('stays with WebSockets that say something', async () => {
    const { webs, others, open } = opened()
    for (let time = 0; time < 5; time += 1) {
      open()
      webs.at(-1)!.dispatchEvent(new Event('message'))
      await Promise.resolve()
    }

    expect([webs.length, others]).toEqual([5, []])
  })

  it('gives up one that is silent for too long', () => {
    vi.useFakeTimers()
    const { webs, open } = opened()
    open()
    vi.advanceTimersByTime(15_000)
    expect(webs[0]!.close).toHaveBeenCalled()

    open()
    webs[1]!.dispatchEvent(new Event('message'))
    vi.advanceTimersByTime(15_000)
    expect(webs[1]!.close).not.toHaveBeenCalled()
    vi.useRealTimers()
  })
})
