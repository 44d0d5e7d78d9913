// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import TimePicker from '@/app/dialogs/TimePicker.vue'
import { api } from '@/app/runtime'

const FRIDAY = '2099-11-27T09:00:00Z'

function aPicker() {
  return mount(TimePicker, { props: { modelValue: null, name: 'park', legend: 'Until when', typedLabel: 'Or type it' } })
}

const chosenIn = (picker: ReturnType<typeof aPicker>) => picker.emitted<[number | null]>('update:modelValue')?.at(-1)?.[0]

async function type(picker: ReturnType<typeof aPicker>, words: string): Promise<void> {
  await picker.find('#park-typed').setValue(words)
  await vi.advanceTimersByTimeAsync(1_000)
  await flushPromises()
}

describe('a time that is typed', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('stands for no other time until it is understood', async () => {
    vi.spyOn(api, 'wakeTime').mockResolvedValue({ data: { at: FRIDAY } } as never)
    const picker = aPicker()

    await picker.find('#park-typed').setValue('fri 9')
    expect(chosenIn(picker)).toBeNull()

    await type(picker, 'fri 9')
    expect(chosenIn(picker)).toBe(Date.parse(FRIDAY))
  })

  it('is said not to be understood, until another is chosen', async () => {
    vi.spyOn(api, 'wakeTime').mockResolvedValue({ data: { at: null } } as never)
    const picker = aPicker()

    await type(picker, 'fry 9')
    expect(chosenIn(picker)).toBeNull()
    expect(picker.find('#park-typed').attributes('aria-invalid')).toBe('true')

    await picker.find('.presets button').trigger('click')
    expect(chosenIn(picker)).toBeGreaterThan(0)
    expect((picker.find('#park-typed').element as HTMLInputElement).value).toBe('')
  })
})
