import { describe, expect, it } from 'vitest'
import { dataOf, datesBetween, dayOf, formOf, readPasted, withClosed } from '@/app/admin/hours/hours'

const HOURS = {
  zone: 'Europe/Warsaw',
  weekly: { monday: ['08:00-12:00', '13:00-24:00'], friday: ['08:00-16:00'] },
  exceptions: { '2026-12-25': [], '2026-12-24': ['08:00-12:00'] },
}
const CALENDAR = `BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261225
DTEND;VALUE=DATE:20261227
SUMMARY:Christmas
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270101
END:VEVENT
BEGIN:VEVENT
DTSTART:99999999
END:VEVENT
END:VCALENDAR`

describe('business hours as a form', () => {
  it('come back as they were', () => {
    const form = formOf('Shop', HOURS)

    expect(form.weekly.monday).toEqual([{ from: '08:00', to: '12:00' }, { from: '13:00', to: '00:00' }])
    expect(form.exceptions.map((one) => one.on)).toEqual(['2026-12-24', '2026-12-25'])
    expect(dataOf(form)).toEqual(HOURS)
  })

  it('leave out what is not filled in', () => {
    const form = formOf('Shop', HOURS)
    form.weekly.monday = [{ from: '08:00', to: '' }]

    expect(dataOf(form).weekly).toEqual({ friday: ['08:00-16:00'] })
  })
})

describe('holidays', () => {
  it('are every day of a range', () => {
    expect(datesBetween('2026-12-30', '2027-01-01')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
    expect(datesBetween('2027-01-02', '2027-01-01')).toEqual([])
    expect(datesBetween('2026-02-30', '2026-03-01')).toEqual([])
    expect(datesBetween('2020-01-01', '2026-01-01')).toEqual([])
  })

  it('are read from lines', () => {
    expect(readPasted('Christmas 2026-12-25\n\n2026-12-31 – 2026-12-30\n2026-12-25')).toEqual({ dates: ['2026-12-25', '2026-12-30', '2026-12-31'], unread: [] })
  })

  it('leave behind the lines and events that were not understood', () => {
    expect(readPasted('24.12.2026\n2026-12-25\n2026-02-30').unread).toEqual(['24.12.2026', '2026-02-30'])
    expect(readPasted(CALENDAR).unread).toEqual(['BEGIN:VEVENT\nDTSTART:99999999\nEND:VEVENT'])
  })

  it('are read from a calendar, whose ends are the day after', () => {
    expect(readPasted(CALENDAR).dates).toEqual(['2026-12-25', '2026-12-26', '2027-01-01'])
  })

  it('stay as they are when they are added again', () => {
    const form = formOf('Shop', HOURS)

    form.exceptions = withClosed(form.exceptions, ['2026-12-24', '2026-12-26'])
    expect(dataOf(form).exceptions).toEqual({ '2026-12-24': ['08:00-12:00'], '2026-12-25': [], '2026-12-26': [] })
  })

  it('know which day a refusal is about', () => {
    expect([dayOf('weekly.monday[1]'), dayOf('exceptions.2026-05-01'), dayOf('zone')]).toEqual(['monday', '2026-05-01', 'zone'])
  })
})
