// @vitest-environment happy-dom
import { afterAll, describe, expect, it } from 'vitest'
import { called, sought, t, useLanguage, words } from '@/app/i18n'
import { spokenName } from '@/client-core/canned'
import { codeOf } from '@/client-core/nameless'

describe('a visitor who has not said their name', () => {
  afterAll(() => useLanguage('en'))

  it.each([
    ['pl', 'Gość CD0F'],
    ['ru', 'Гость CD0F'],
    ['hu', 'CD0F látogató'],
    ['en', 'Visitor CD0F'],
  ] as const)('is called so in the language of the agent, wherever they are named: %s', async (language, expected) => {
    await useLanguage(language)

    expect(called('~CD0F')).toBe(expected)
    expect(t('reply-placeholder', { name: '~CD0F' })).toContain(expected)
    expect(words({ id: 'holder-contact', args: { name: '~CD0F' } })).toContain(expected)
  })

  it('is found by what the screen calls them, or by the digits alone', async () => {
    await useLanguage('hu')

    expect(['cd0f látogató', 'CD0F', 'Anna CD0F', 'Dead Sea'].map(sought)).toEqual(['~CD0F', 'CD0F', 'Anna CD0F', 'Dead Sea'])
  })

  it('is not spoken to by it', () => {
    expect(spokenName('~CD0F')).toEqual({})
  })

  it('is told from people who have a name', () => {
    expect(['Visitor', '~CD0FA', 'Ana ~CD0F', '~cd0f'].map(codeOf)).toEqual([undefined, undefined, undefined, undefined])
    expect(called('Anna Kowalska')).toBe('Anna Kowalska')
  })
})
