import { describe, expect, it } from 'vitest'
import { Http, Problem, Unreachable } from '@/client-core/http'
import { ServerClock } from '@/client-core/clock'

type Answerer = (url: string, init: RequestInit) => Response | Promise<Response>

function anHttp(answer: Answerer) {
  const calls: { url: string; init: RequestInit }[] = []
  let signedOut = 0
  const http = new Http({
    fetch: async (input, init = {}) => {
      calls.push({ url: String(input), init })
      return answer(String(input), init)
    },
    timeoutMs: 20,
    onSignedOut: () => (signedOut += 1),
  })
  return { http, calls, signedOut: () => signedOut }
}

describe('http', () => {
  it('reads the body and the sequence of a snapshot', async () => {
    const { http } = anHttp(() => Response.json({ a: 1 }, { headers: { 'X-Seq': '42' } }))

    expect(await http.get('/x')).toEqual({ data: { a: 1 }, status: 200, seq: 42 })
  })

  it('leaves out what is not asked for', async () => {
    const { http, calls } = anHttp(() => Response.json({}))

    await http.get('/cases', { place: 'mine', cursor: undefined, team_id: null, limit: 60 })

    expect(calls[0]?.url).toBe('/api/v1/cases?place=mine&limit=60')
  })

  it('says whose page asks, except to find that out', async () => {
    const { http, calls } = anHttp(() => Response.json({}))
    http.csrf = 'secret'

    await http.call('GET', '/session', { signingIn: true })
    await http.get('/x')
    await http.call('POST', '/x', { body: {}, idempotencyKey: 'k' })

    const headers = calls.map((call) => call.init.headers as Record<string, string>)
    expect(headers[0]?.['X-CSRF-Token']).toBeUndefined()
    expect(headers[1]).toMatchObject({ 'X-CSRF-Token': 'secret' })
    expect(headers[2]).toMatchObject({ 'X-CSRF-Token': 'secret', 'Idempotency-Key': 'k' })
  })

  it('raises the server’s problem with its code and fields', async () => {
    const body = { code: 'invalid_input', errors: [{ field: 'data.name', message: 'too long' }] }
    const { http } = anHttp(() => Response.json(body, { status: 422 }))

    const problem = await http.get('/x').catch((error: unknown) => error)

    expect(problem).toBeInstanceOf(Problem)
    expect([(problem as Problem).code, (problem as Problem).body.errors?.[0]?.message]).toEqual(['invalid_input', 'too long'])
  })

  it('has not arrived when the answer breaks off or does not end', async () => {
    const body = (start: UnderlyingDefaultSource['start']) => new Response(new ReadableStream({ start }))
    const broken = anHttp(() => body((controller) => controller.error(new TypeError('network error'))))
    const stuck = anHttp((_, { signal }) => body((controller) => signal?.addEventListener('abort', () => controller.error(new TypeError('aborted')))))

    const problems = await Promise.all([broken, stuck].map(({ http }) => http.get('/x').catch((error: unknown) => error)))

    expect(problems.map((one) => one instanceof Unreachable)).toEqual([true, true])
  })

  it('tells a broken line from a refusal', async () => {
    const { http } = anHttp(() => {
      throw new TypeError('Failed to fetch')
    })

    await expect(http.get('/x')).rejects.toBeInstanceOf(Unreachable)
  })

  it('gives up on a server that never answers', async () => {
    const { http } = anHttp(
      (_, init) => new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    )

    await expect(http.get('/x')).rejects.toBeInstanceOf(Unreachable)
  })

  it('says when the session is over, but not while signing in', async () => {
    const { http, signedOut } = anHttp(() => Response.json({}, { status: 401 }))

    await http.call('POST', '/session', { signingIn: true }).catch(() => {})
    const before = signedOut()
    await http.get('/cases').catch(() => {})

    expect([before, signedOut()]).toEqual([0, 1])
  })

  it('takes a fresh token once when another tab signed in anew', async () => {
    const { http, calls } = anHttp((_, init) =>
      (init.headers as Record<string, string>)['X-CSRF-Token'] === 'new'
        ? Response.json({ fine: true })
        : Response.json({ code: 'csrf_token_is_wrong' }, { status: 403 }),
    )
    http.csrf = 'old'
    http.renewToken = async () => {
      http.csrf = 'new'
      return true
    }

    const { data } = await http.call('POST', '/x', { body: {} })

    expect([data, calls.length]).toEqual([{ fine: true }, 2])
  })

  it('knows a proxy’s error page for what it is', async () => {
    const { http } = anHttp(() => new Response('<html>Bad gateway</html>', { status: 502 }))

    const problem = (await http.get('/x').catch((error: unknown) => error)) as Problem

    expect([problem.status, problem.isPassing]).toEqual([502, true])
  })
})

describe('the server’s clock', () => {
  it('follows a clock that was moved, and not the noise of the line', () => {
    const clock = new ServerClock(() => 1_000_000)
    clock.learn(new Date(1_000_400).toISOString())
    const first = clock.now()
    const noise = clock.learn(new Date(1_001_200).toISOString())
    const moved = clock.learn(new Date(90_000_000).toISOString())

    expect([first, noise, moved, clock.now()]).toEqual([1_000_400, false, true, 90_000_000])
  })
})
