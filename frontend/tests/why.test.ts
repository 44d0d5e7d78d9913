// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { Why } from '@/client-core/api.types'
import { useLanguage } from '@/app/i18n'
import { told, toldWithin } from '@/app/why'

const said = (why: Why[]): Promise<string> => vi.waitUntil(() => told(why))
const shut: Why[] = [
  { code: 'not_fetched', facts: {} },
  { code: 'lets_nobody_in', facts: { host: 'imap.shop.example', user: 'help' } },
  { code: 'quoted', facts: { words: 'Invalid credentials' } },
]

describe('why something did not work', () => {
  it('is told sentence by sentence, and what others say is quoted', async () => {
    await useLanguage('pl')

    expect(await said(shut)).toBe('Poczta nie jest pobierana. Serwer imap.shop.example nie wpuszcza użytkownika help. Dostawca odpowiada: „Invalid credentials”')
  })

  it('goes on in another language', async () => {
    await said(shut)
    await useLanguage('ru')

    expect(told(shut)).toContain('Провайдер отвечает: «Invalid credentials»')
    expect(toldWithin(shut)).toMatch(/^почта не забирается/u)
  })

  it('says times as people write them', async () => {
    await useLanguage('hu')

    const words = await said([{ code: 'not_fetched_since', facts: { at: '2031-05-07T10:00Z' } }])

    expect(words).toMatch(/^A levelek utolsó letöltése: .*2031/u)
  })

  it('says the same sentence once', async () => {
    await useLanguage('en')

    expect(await said([{ code: 'no_value', facts: {} }, { code: 'no_changes', facts: {} }])).toBe('What came is not built as the provider describes it.')
  })

  it('is nothing where all is well', () => {
    expect(told([])).toBe('')
    expect(toldWithin(undefined)).toBe('')
  })
})
