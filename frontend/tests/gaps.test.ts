import { describe, expect, it } from 'vitest'
import { gapText, type GapPart } from '@/client-core/gaps'
import { createTranslator, type Language } from '@/client-core/i18n'
import { lengthOf, type Words } from '@/client-core/time'

const FILES = import.meta.glob<string>('@locales/*/{common,gaps}.ftl', { query: '?raw', import: 'default', eager: true })

function say(language: Language) {
  const sources = Object.entries(FILES).filter(([path]) => path.includes(`/${language}/`))
  const { t } = createTranslator(language, sources.map(([, source]) => source))
  return (words: Words) => t(words.id, words.args)
}

const HOUR = 3600
const part = (awaited: GapPart['awaited'], hours: number, open = 0): GapPart => ({ awaited, seconds: hours * HOUR, open_seconds: open * HOUR })
const told = (parts: GapPart[], language: Language = 'en') => {
  const all = parts.reduce((sum, { seconds }) => sum + seconds, 0)
  return gapText(lengthOf(all * 1000), parts, say(language))
}

describe('a silence', () => {
  it('tells for whom was being waited, and how much of our time was work time', () => {
    expect(told([part('department', 216, 60), part('us', 48, 6)])).toBe(
      '11 days · waiting for colleagues: 9 days, waiting for us: 2 days (6 h of work time)',
    )
  })

  it('tells no length twice, and no seconds between two entries', () => {
    expect(told([part('contact', 96), part('us', 0.01)])).toBe('4 days · waiting for the contact')
    expect(told([part('us', 30)])).toBe('30 h · waiting for us (outside work time)')
    expect(told([part('us', 30, 0.5)])).toBe('30 h · waiting for us (30 min of work time)')
  })

  it('counts work time in hours, however long', () => {
    expect(told([part('us', 240, 56)])).toBe('10 days · waiting for us (56 h of work time)')
  })

  it('speaks each language', () => {
    const parts = [part('timer', 96), part('us', 48, 6), part('nobody', 24)]

    expect(told(parts, 'pl')).toBe('7 dni · sprawa odłożona: 4 dni, ruch po naszej stronie: 2 dni (6 godz. czasu pracy), bez otwartej sprawy: 24 godz.')
    expect(told(parts, 'ru')).toBe('7 дней · отложено: 4 дня, ход за нами: 2 дня (6 ч рабочего времени), без открытых обращений: 24 ч')
    expect(told(parts, 'hu')).toBe('7 nap · félretéve: 4 nap, rajtunk volt a sor: 2 nap (6 óra munkaidő), nem volt nyitott ügy: 24 óra')
  })
})
