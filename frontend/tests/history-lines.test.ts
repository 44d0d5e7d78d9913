import { describe, expect, it } from 'vitest'
import type { Revision } from '@/client-core/api.admin'
import { excerpts, linesOf, type Known } from '@/app/admin/history/lines'

const KNOWN: Known = {
  t: (id) => id,
  minutes: (count) => `${count} min`,
  weekday: (name) => name.toUpperCase(),
  date: (day) => `on ${day}`,
  setting: (name) => `setting ${name}`,
  named: (kind, id) => `${kind} ${id}`,
}
const a = (changed: Revision['changed']): Revision => ({
  id: 'r', at: '2026-11-16T08:00:00Z', agent_id: 'a', agent_name: 'Ada', is_first: false, can_be_taken_back: true, changed,
})
const line = (name: string, before: Revision['changed'][string]['before'], after: Revision['changed'][string]['after'], kind: Parameters<typeof linesOf>[1] = 'team') =>
  Object.values(linesOf(a({ [name]: { before, after } }), kind, KNOWN)[0]!)

describe('what a revision changed', () => {
  it('is told by the words of the form', () => {
    expect(line('name', 'Night', 'Day')).toEqual(['name', 'Night', 'Day'])
    expect(line('first_reply_minutes', 60, 30)).toEqual(['teams-first', '60 min', '30 min'])
    expect(line('stage', 'active', 'paused', 'inbox')).toEqual(['state', 'history-active', 'inboxes-paused'])
    expect(line('color', 'red', 'blue', 'tag')).toEqual(['color', 'color-red', 'color-blue'])
    expect(line('settings.address', 'a@b.example', 'c@d.example', 'inbox')).toEqual(['setting address', 'a@b.example', 'c@d.example'])
  })

  it('names people, teams and hours', () => {
    expect(line('agents.7', null, 'yes')).toEqual(['teams-members', '–', 'agent 7'])
    expect(line('business_hours_id', '1', '2')).toEqual(['admin-hours', 'hours 1', 'hours 2'])
    expect(line('team_id', null, '3', 'canned_reply')).toEqual(['canned-who', 'canned-everybody', 'team 3'])
    expect(line('team_id', '2', '3', 'inbox')).toEqual(['inboxes-team', 'team 2', 'team 3'])
  })

  it('tells days by their names, and what is not there by what that means', () => {
    expect(line('weekly.monday', null, ['08:00-12:00', '13:00-17:00'], 'business_hours')).toEqual(['MONDAY', 'hours-closed', '08:00–12:00, 13:00–17:00'])
    expect(line('exceptions.2026-12-24', [], null, 'business_hours')).toEqual(['on 2026-12-24', 'hours-closed', 'history-as-usual'])
    expect(line('signature', '', 'Yours')).toEqual(['teams-signature', '–', 'Yours'])
  })

  it('is told in the order of the form', () => {
    const one = { before: null, after: [] }
    const changed = { 'exceptions.2026-12-24': one, 'weekly.friday': one, 'weekly.monday': one, name: { before: 'A', after: 'B' } }

    expect(linesOf(a(changed), 'business_hours', KNOWN).map(({ field }) => field)).toEqual(['name', 'MONDAY', 'FRIDAY', 'on 2026-12-24'])
  })

  it('says of a secret only that it was replaced', () => {
    expect(linesOf(a({ 'secrets.access_token': { before: null, after: null } }), 'inbox', KNOWN)).toEqual([
      { field: 'setting access_token', before: '', after: 'history-replaced', isSecret: true },
    ])
  })

  it('cuts long words, and shows where they begin to differ', () => {
    const same = 'x'.repeat(500)
    const [before, after] = excerpts(`${same} one ${same}`, `${same} two ${same}`)

    expect(before).toContain(' one ')
    expect(after).toContain(' two ')
    expect(before.startsWith('…') && before.endsWith('…')).toBe(true)
    expect(before.length).toBeLessThan(150)
    expect(excerpts('short', 'words')).toEqual(['short', 'words'])
  })
})
