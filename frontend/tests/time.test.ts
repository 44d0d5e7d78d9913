import { describe, expect, it } from 'vitest'
import { daysBetween, Formats, groupOf, lengthOf, toneOf } from '@/client-core/time'
import { fromField, toField, wakeTimes } from '@/client-core/wake-times'

const at = (text: string): number => new Date(text).getTime()
const NOW = at('2026-11-22T13:45:00')

describe('groups by deadline', () => {
  it.each([
    ['2026-11-22T13:44:59', 'over'],
    ['2026-11-22T14:20:00', 'hour'],
    ['2026-11-22T14:45:00', 'hour'],
    ['2026-11-22T14:45:01', 'today'],
    ['2026-11-22T23:59:59', 'today'],
    ['2026-11-23T00:00:00', 'tomorrow'],
    ['2026-11-24T00:00:00', 'later'],
  ])('%s is %s', (due, group) => {
    expect(groupOf(at(due), NOW)).toBe(group)
  })

  it('puts a deadline just after midnight within the hour late in the evening', () => {
    expect(groupOf(at('2026-11-23T00:10:00'), at('2026-11-22T23:40:00'))).toBe('hour')
  })
})

describe('tones', () => {
  it('are calm, amber in the last hour or fifth, red when past', () => {
    const opened = at('2026-11-20T09:00:00')

    expect(toneOf(NOW - 1, NOW)).toBe('over')
    expect(toneOf(NOW + 30 * 60_000, NOW)).toBe('soon')
    expect(toneOf(NOW + 5 * 3_600_000, NOW, opened)).toBe('soon')
    expect(toneOf(NOW + 5 * 3_600_000, NOW)).toBe('calm')
  })
})

describe('days', () => {
  it('count calendar days over a change of the clock', () => {
    expect(daysBetween(at('2026-10-24T12:00:00'), at('2026-10-25T12:00:00'))).toBe(1)
    expect(daysBetween(at('2026-03-28T23:00:00'), at('2026-03-29T01:00:00'))).toBe(1)
  })
})

describe('lengths', () => {
  it('are said in one unit', () => {
    expect(lengthOf(20_000).args).toEqual({ n: 1 })
    expect(lengthOf(35 * 60_000)).toMatchObject({ id: 'span-minutes', args: { n: 35 } })
    expect(lengthOf(47 * 3_600_000)).toMatchObject({ id: 'span-hours', args: { n: 47 } })
    expect(lengthOf(49 * 3_600_000)).toMatchObject({ id: 'span-days', args: { n: 2 } })
  })
})

describe('formats', () => {
  it('are as short as can be understood today', () => {
    const formats = new Formats('en')

    expect(formats.short(at('2026-11-22T14:20:00'), NOW)).toBe('14:20')
    expect(formats.short(at('2026-11-26T10:00:00'), NOW)).toBe('Thu 10:00')
    expect(formats.short(at('2026-12-03T10:00:00'), NOW)).toBe('3 Dec, 10:00')
    expect(formats.full(at('2026-11-25T10:00:00'), NOW)).toBe('Wed 25 Nov, 10:00')
  })

  it.each(['en', 'pl', 'ru', 'hu'])('use 24 hours in %s', (language) => {
    expect(new Formats(language).time(at('2026-11-22T00:05:00'))).toBe('00:05')
  })
})

describe('how long ago something was', () => {
  it.each([
    ['en', 10_000, '1 minute ago'],
    ['en', 2 * 86_400_000, '2 days ago'],
    ['pl', 5 * 3_600_000, '5 godzin temu'],
    ['ru', 2 * 86_400_000, '2 дня назад'],
    ['hu', 47 * 3_600_000, '47 órával ezelőtt'],
    ['en', -60_000, '1 minute ago'],
  ])('is said in %s', (language, span, said) => {
    expect(new Formats(language).ago(NOW - span, NOW)).toBe(said)
  })
})

describe('suggested wake times', () => {
  it('lie in the future, at whole hours of the morning', () => {
    const suggestions = wakeTimes(NOW)

    expect(suggestions.every((one) => one.at > NOW)).toBe(true)
    const tomorrow = suggestions.find((one) => one.words.id === 'wake-tomorrow')!
    expect(new Date(tomorrow.at).getHours()).toBe(9)
  })

  it('keep nine o’clock over a change of the clock', () => {
    const tomorrow = wakeTimes(at('2026-10-24T13:00:00')).find((one) => one.words.id === 'wake-tomorrow')!

    expect(new Date(tomorrow.at).getHours()).toBe(9)
  })

  it('never offer the same instant twice', () => {
    for (let day = 0; day < 14; day += 1) {
      const times = wakeTimes(NOW + day * 86_400_000).map((one) => one.at)
      expect(new Set(times).size).toBe(times.length)
    }
  })

  it('go through the field and back', () => {
    expect(fromField(toField(NOW))).toBe(NOW)
    expect(fromField('')).toBeNull()
  })
})

describe('times of another town', () => {
  it('are those of its own clocks, in the same form as ours', () => {
    const noon = Date.parse('2026-07-08T10:05:00Z')

    expect(new Formats('en').there(noon, 'Europe/Warsaw')).toBe('Wed 8 Jul, 12:05')
    expect(new Formats('en').there(noon, 'Asia/Tokyo')).toBe('Wed 8 Jul, 19:05')
  })

  it('keep the comma that belongs to the number of a day', () => {
    const noon = Date.parse('2026-07-08T10:05:00Z')

    expect(new Formats('hu').there(noon, 'Europe/Warsaw')).toBe('júl. 8., Sze, 12:05')
    expect(new Formats('pl').there(noon, 'Europe/Warsaw')).toBe('śr. 8 lip, 12:05')
  })
})
