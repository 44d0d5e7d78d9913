// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { Problem, Unreachable } from '@/client-core/http'
import { useLanguage } from '@/app/i18n'
import { spell } from '@/app/stores/actions'

const said = (code: string, facts: object = {}) => spell(new Problem(409, { code, detail: 'English', ...facts }))

describe('a refusal', () => {
  it('is said in the language of the reader', async () => {
    await useLanguage('pl')

    expect(await said('merge_is_undone')).toBe('Te dwa kontakty są już rozdzielone.')
    expect(await said('cannot_send', { reason: 'no_inbox' })).toContain('Nie ma podłączonej skrzynki')
    expect(await said('cannot_send', { reason: 'opted_out' })).toContain('kontakt nie chce tu wiadomości')
  })

  it('names what it counts, in the right number', async () => {
    await useLanguage('ru')

    expect(await said('too_many_attempts', { retry_after_seconds: 61 })).toContain('через 2 минуты')
    expect(await said('file_is_too_large', { max_bytes: 25 * 1024 * 1024 })).toMatch(/не больше .*(МБ|MB)/u)
    expect(await said('promise_is_out_of_range', { latest: '2031-05-07T10:00:00Z' })).toContain('2031')
  })

  it('says at a value what is wrong with it', async () => {
    await useLanguage('hu')

    expect(await said('invalid_input', { errors: [{ field: 'name', message: 'is needed', fault: 'missing' }] })).toBe('Töltsd ki ezt a mezőt.')
  })

  it('is said as the server does only when it was never heard of', async () => {
    expect(await said('brand_new')).toBe('English')
    expect(await spell(new Problem(418, {}))).toBe('Nem sikerült. Semmi nem változott.')
  })

  it('is none where nobody answered', async () => {
    expect(await spell(new Unreachable('fetch failed'))).toBe('Nincs kapcsolat. Semmi nem változott.')
  })
})
