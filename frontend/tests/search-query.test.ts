import { describe, expect, it } from 'vitest'
import { addressOf, askedOf, caseNumber, hasFilter, isAsking, midnight, NOTHING, presetFrom, wishOf, type SearchWish } from '@/client-core/search-query'

const FULL: SearchWish = { q: 'zwrot "pieniędzy"', channel: 'email', writer: 'w', team: 't', tag: 'g', from: '2026-10-25', to: '2026-11-01', hasFile: true }

describe('what is searched for', () => {
  it('is the same after a way through the address', () => {
    expect(wishOf(addressOf(FULL))).toEqual(FULL)
    expect(wishOf(addressOf(NOTHING))).toEqual(NOTHING)
  })

  it('takes nothing from an address that makes no sense', () => {
    expect(wishOf({ q: ['a'], from: '2026-99-99', to: 'x', has_file: '1' })).toEqual(NOTHING)
  })

  it('asks for whole days of the reader, the last included', () => {
    const asked = askedOf(FULL)

    expect(Date.parse(asked.from!)).toBe(midnight('2026-10-25'))
    expect(Date.parse(asked.to!)).toBe(midnight('2026-11-02'))
  })

  it('is something when there are two letters, one sign of Chinese, or a filter', () => {
    expect(['a', ' ', '', 'ab', '退', '7', '☎'].map((q) => isAsking({ ...NOTHING, q }))).toEqual([false, false, false, true, true, true, true])
    expect(isAsking({ ...NOTHING, hasFile: true })).toBe(true)
    expect(hasFilter({ ...NOTHING, q: 'ab' })).toBe(false)
  })

  it('may be the number of a case', () => {
    expect(['#4711', ' 4711 ', '4711a', '+48 601', '#'].map(caseNumber)).toEqual([4711, 4711, null, null, null])
  })

  it('counts the latest days from today, over the change of the clocks too', () => {
    const now = new Date(2026, 9, 28, 0, 30).getTime()

    expect(presetFrom('today', now)).toBe('2026-10-28')
    expect(presetFrom('week', now)).toBe('2026-10-22')
  })
})
