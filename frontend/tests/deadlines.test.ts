import { describe, expect, it } from 'vitest'
import { accountOf, type Deadline } from '@/client-core/deadlines'
import { createTranslator } from '@/client-core/i18n'
import { Formats, type Words } from '@/client-core/time'

const FILES = import.meta.glob<string>('@locales/en/{common,deadlines}.ftl', { query: '?raw', import: 'default', eager: true })
const { t } = createTranslator('en', Object.values(FILES))
const say = (words: Words) => t(words.id, words.args)
const now = Date.parse('2026-11-20T10:00:00Z')
const told = (one: Partial<Deadline>) =>
  accountOf({ kind: 'answer', due_at: '2026-11-20T11:00:00Z', counted_from: null, open_seconds: null, special_days: [], ...one }, new Formats('en'), now, say)

describe('the account of a deadline', () => {
  it('tells how much work time lies in it, and since when', () => {
    expect(told({ counted_from: '2026-11-18T15:42:00Z', open_seconds: 28_800 })).toBe('8 h of work time from Wed 18 Nov, 16:42')
    expect(told({ counted_from: '2026-11-20T10:30:00Z', open_seconds: 1_800 })).toBe('30 min of work time from Fri 20 Nov, 11:30')
  })

  it('names the days with other hours', () => {
    const told_ = told({ counted_from: '2026-11-18T15:42:00Z', open_seconds: 28_800, special_days: ['2026-11-19', '2026-12-24'] })

    expect(told_).toBe('8 h of work time from Wed 18 Nov, 16:42; other hours on 19 Nov, 24 Dec')
  })

  it('says nothing of a time that somebody chose', () => {
    expect(told({})).toBe('')
  })
})
