// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { Problem } from '@/client-core/http'
import { useForm } from '@/app/admin/form'
import { inWords } from '@/app/faults'
import { useLanguage } from '@/app/i18n'

const refused = (error: object) => () => Promise.reject(new Problem(422, { code: 'invalid_input', errors: [{ field: 'name', message: 'English', ...error }] }))

describe('what is wrong with a value', () => {
  it('is said in the language of the reader, as it counts', async () => {
    await useLanguage('pl')
    const long = (most: number) => inWords({ field: 'name', message: 'at most', fault: 'too_long', most })

    expect(await Promise.all([1, 3, 5, 120].map(long))).toEqual(['Najwyżej 1 znak.', 'Najwyżej 3 znaki.', 'Najwyżej 5 znaków.', 'Najwyżej 120 znaków.'])
  })

  it('is said again in another language', async () => {
    await useLanguage('hu')

    expect(await inWords({ field: 'name', message: 'is required', fault: 'missing' })).toBe('Töltsd ki ezt a mezőt.')
  })

  it('is said as the server does where there is no word for it', async () => {
    expect(await inWords({ field: 'name', message: 'is odd', fault: 'brand_new' })).toBe('is odd')
    expect(await inWords({ field: 'name', message: 'is odd' })).toBe('is odd')
  })

  it('stands at its field of a form, where the form has no better words', async () => {
    await useLanguage('en')
    const plain = useForm({ name: '' })
    const own = useForm({ name: '' }, (one) => (one.fault === 'taken' ? 'Ours' : ''))
    const elsewhere = useForm({ title: '' })
    for (const form of [plain, own, elsewhere]) await form.submit(refused({ fault: 'taken' }))

    expect(plain.wrong.value).toEqual({ name: 'Another one has this already; it may be archived.' })
    expect(own.wrong.value).toEqual({ name: 'Ours' })
    expect(elsewhere.trouble.value).toBe('Another one has this already; it may be archived.')
  })
  it('is said until somebody changes what it was said of', async () => {
    const errors = ['name', 'weekly.monday[1]', 'zone'].map((field) => ({ field, message: 'English', fault: 'unfit' }))
    const { form, wrong, submit } = useForm({ name: '', zone: 'UTC', weekly: { monday: ['08:00'], friday: ['09:00'] } })
    await submit(() => Promise.reject(new Problem(422, { code: 'invalid_input', errors })))
    form.name = 'Shop'
    form.weekly.friday.push('10:00')
    await nextTick()
    const after = Object.keys(wrong.value)
    form.weekly.monday.pop()
    await nextTick()

    expect([after, Object.keys(wrong.value)]).toEqual([['monday[1]', 'zone'], ['zone']])
  })
})
