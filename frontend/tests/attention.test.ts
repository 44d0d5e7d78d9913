import { describe, expect, it } from 'vitest'
import { AttentionMeter, countWords, type FocusReport } from '@/client-core/attention'
import { FakeTimers } from './fakes'

interface Told extends FocusReport {
  focus: string
}

function aMeter(isHeard: () => boolean = () => true) {
  const timers = new FakeTimers()
  const told: Told[] = []
  let made = 0
  const meter = new AttentionMeter({
    now: () => timers.now,
    newId: () => `f${(made += 1)}`,
    tell: async (focus, report) => {
      told.push({ focus, ...report })
      return isHeard()
    },
    setTimer: timers.set,
    clearTimer: timers.clear,
  })
  return { meter, timers, told }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('attention', () => {
  it('is told once a minute and when one turns elsewhere', async () => {
    const { meter, timers, told } = aMeter()

    meter.turn('a', () => 12)
    timers.pass(10_000)
    meter.beat()
    timers.pass(50_000)
    await settle()
    timers.pass(5_000)
    meter.beat()
    meter.turn('b')
    meter.turn(null)
    await settle()

    expect(told).toEqual([
      { focus: 'f1', case_id: 'a', number: 1, began: 60_000, words: 12, beats: [50_000] },
      { focus: 'f1', case_id: 'a', number: 2, began: 65_000, words: 0, beats: [0] },
    ])
  })

  it('says nothing of a case that only lies open, and ends a while after the last beat', async () => {
    const { meter, timers, told } = aMeter()

    meter.turn('a')
    timers.pass(630_000)
    meter.beat()
    for (let minute = 0; minute < 10; minute += 1) {
      timers.pass(60_000)
      await settle()
    }

    expect(told.map(({ number, beats }) => [number, beats.length])).toEqual([[1, 1], [2, 0]])
  })

  it('notes one beat in five seconds', async () => {
    const { meter, timers, told } = aMeter()

    meter.turn('a')
    for (let second = 0; second < 20; second += 1) {
      meter.beat()
      timers.pass(1_000)
    }
    meter.turn(null)
    await settle()

    expect(told[0]?.beats).toEqual([20_000, 15_000, 10_000, 5_000])
  })

  it('tells again what did not arrive, as long as it is believed', async () => {
    let isHeard = false
    const { meter, timers, told } = aMeter(() => isHeard)

    meter.turn('a')
    meter.beat()
    timers.pass(60_000)
    await settle()
    isHeard = true
    meter.beat()
    timers.pass(60_000)
    await settle()
    meter.beat()
    timers.pass(60_000)
    await settle()

    expect(told.map(({ beats }) => beats)).toEqual([[60_000], [120_000, 60_000], [60_000]])
  })

  it('is several where it is long', async () => {
    const { meter, timers, told } = aMeter()

    meter.turn('a')
    for (let minute = 0; minute < 30; minute += 1) {
      meter.beat()
      timers.pass(60_000)
      await settle()
    }

    expect(new Set(told.map(({ focus }) => focus))).toEqual(new Set(['f1', 'f2']))
    expect(Math.max(...told.map(({ began }) => began))).toBeLessThanOrEqual(25 * 60_000)
  })
})

describe('words', () => {
  it('are counted in every writing', () => {
    expect(countWords('Dzień dobry, co z moją paczką?')).toBe(6)
    expect(countWords('我的包裹在哪里？')).toBeGreaterThan(2)
    expect(countWords('  ')).toBe(0)
  })
})
