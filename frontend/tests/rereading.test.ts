/** What another window or machine changed is read again: in order, once, and until it works. */
import { describe, expect, it } from 'vitest'
import { latest, rereading } from '@/client-core/rereading'
import { FakeTimers, settle } from './fakes'

function asked() {
  const answers: { ok: () => void; fail: () => void }[] = []
  const ask = () => new Promise<void>((ok, fail) => answers.push({ ok, fail: () => fail(new Error('away')) }))
  return { answers, ask }
}

describe('reading again', () => {
  it('asks once for what changed often, and once more for what changed while it was asked', async () => {
    const timers = new FakeTimers()
    const { answers, ask } = asked()
    const say = rereading({ tags: ask }, { pause: () => 100, setTimer: timers.set })

    for (const what of ['tags', 'tags', 'tags', 'nothing known']) say(what)
    timers.pass(100)
    expect(answers.length).toBe(1)
    say('tags')
    say('tags')
    timers.pass(100)
    expect(answers.length).toBe(1)

    answers[0]!.ok()
    await settle(5)
    expect(answers.length).toBe(2)
    answers[1]!.ok()
    await settle(5)
    timers.pass(60_000)
    expect(answers.length).toBe(2)
  })

  it('goes on asking until it is answered', async () => {
    const timers = new FakeTimers()
    const { answers, ask } = asked()
    const say = rereading({ tags: ask }, { setTimer: timers.set, random: () => 0.5 })
    say('tags')
    timers.pass(0)

    for (let attempt = 1; attempt <= 3; attempt += 1) {
      answers.at(-1)!.fail()
      await settle(5)
      timers.pass(500 * 2 ** attempt)
      expect(answers.length).toBe(attempt + 1)
    }
    answers.at(-1)!.ok()
    await settle(5)
    timers.pass(600_000)

    expect(answers.length).toBe(4)
  })

  it('takes the answer that was asked for last, whichever comes last', async () => {
    const answers: ((said: string) => void)[] = []
    const taken: string[] = []
    const read = latest(() => new Promise<string>((done) => answers.push(done)), (said) => taken.push(said))
    const both = Promise.all([read(), read()])

    answers[1]!('new')
    answers[0]!('old')
    await both

    expect(taken).toEqual(['new'])
  })
})
