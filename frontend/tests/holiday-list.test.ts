// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import HolidayList from '@/app/admin/hours/HolidayList.vue'
import { speakAlso } from '@/app/i18n'
import { useUi } from '@/app/stores/ui'

describe('a pasted list of holidays', () => {
  it('adds what was understood, says how many, and keeps the rest to be put right', async () => {
    setActivePinia(createPinia())
    await speakAlso('admin')
    const say = vi.spyOn(useUi(), 'say')
    const list = mount(HolidayList, { props: { modelValue: [], 'onUpdate:modelValue': () => {}, wrong: {} } })

    await list.find('textarea').setValue('24.12.2031\n2031-12-25 – 2031-12-26\n\nEve')
    await list.find('details button').trigger('click')

    expect(list.emitted('update:modelValue')).toEqual([[[{ on: '2031-12-25', spans: [] }, { on: '2031-12-26', spans: [] }]]])
    expect(say.mock.calls[0]?.[0]).toContain('2')
    expect([list.find('textarea').element.value, list.find('[role=alert]').exists()]).toEqual(['24.12.2031\nEve', true])
    await list.find('textarea').setValue('2031-12-24')
    expect(list.find('[role=alert]').exists()).toBe(false)
  })
})
