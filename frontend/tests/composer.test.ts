// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { nextTick, reactive, ref } from 'vue'
import ComposerField from '@/app/composer/ComposerField.vue'
import { useSteady, type Placed } from '@/app/list/steady'
import RichText from '@/ui/RichText'

function aField(text = 'Hello') {
  const props = reactive({ id: 'composer', label: 'Reply', placeholder: '', modelValue: text })
  const field = mount(ComposerField, { props })
  return { field, input: field.get('textarea') }
}

describe('the composer’s field', () => {
  it('sends by Ctrl Enter and by Cmd Enter', async () => {
    const { field, input } = aField()

    await input.trigger('keydown', { key: 'Enter', ctrlKey: true })
    await input.trigger('keydown', { key: 'Enter', metaKey: true })

    expect(field.emitted('send')).toHaveLength(2)
  })

  it('does not send by Enter alone', async () => {
    const { field, input } = aField()

    await input.trigger('keydown', { key: 'Enter' })

    expect(field.emitted('send')).toBeUndefined()
  })

  it('does not take the Enter that confirms a word of an input method', async () => {
    const { field, input } = aField()

    await input.trigger('keydown', { key: 'Enter', ctrlKey: true, isComposing: true })
    await input.trigger('keydown', { key: 'Enter', ctrlKey: true, keyCode: 229 })

    expect(field.emitted('send')).toBeUndefined()
  })

  it('opens the ways to send by Ctrl Shift Enter', async () => {
    const { field, input } = aField()

    await input.trigger('keydown', { key: 'Enter', ctrlKey: true, shiftKey: true })

    expect([field.emitted('menu')?.length, field.emitted('send')]).toEqual([1, undefined])
  })

  it('never touches Alt, which writes Polish letters', async () => {
    const { field, input } = aField()

    for (const key of ['b', 'i', 'z', 'Enter']) await input.trigger('keydown', { key, altKey: true, ctrlKey: true })

    expect(Object.keys(field.emitted()).filter((name) => name !== 'keydown')).toEqual([])
  })

  it('takes a reply back by Ctrl Z only when there is no text to undo', async () => {
    const written = aField('words')
    const empty = aField('')

    await written.input.trigger('keydown', { key: 'z', ctrlKey: true })
    await empty.input.trigger('keydown', { key: 'z', ctrlKey: true })

    expect([written.field.emitted('undo'), empty.field.emitted('undo')?.length]).toEqual([undefined, 1])
  })
})

describe('message text', () => {
  it('is drawn as elements, never as markup', () => {
    const drawn = mount(RichText, { props: { text: '*bold* <b onclick=x>not</b> https://x.example/' } })

    expect(drawn.findAll('b')).toHaveLength(0)
    expect(drawn.get('strong').text()).toBe('bold')
    expect(drawn.get('a').attributes('rel')).toContain('noopener')
  })
})

describe('a steady list', () => {
  const placed = (ids: string): Placed[] => [...ids].map((id) => ({ id, group: 'g' }))

  it('waits under the pointer and follows when it leaves', async () => {
    const wanted = ref(placed('abc'))
    const isEngaged = ref(true)
    const steady = useSteady(wanted, isEngaged)

    wanted.value = placed('bca')
    await nextTick()
    const during = steady.shown.value.map((row) => row.id).join('')
    isEngaged.value = false
    await nextTick()

    expect([during, steady.shown.value.map((row) => row.id).join('')]).toEqual(['abc', 'bca'])
  })

  it('takes what comes below at once', async () => {
    const wanted = ref(placed('ab'))
    const steady = useSteady(wanted, ref(true))

    wanted.value = placed('abc')
    await nextTick()

    expect(steady.shown.value).toHaveLength(3)
  })

  it('follows what the person did', async () => {
    const wanted = ref(placed('abc'))
    const steady = useSteady(wanted, ref(true))

    steady.expect()
    wanted.value = placed('bc')
    await nextTick()

    expect(steady.shown.value.map((row) => row.id)).toEqual(['b', 'c'])
  })
})
