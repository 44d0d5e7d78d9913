/** One contact as a screen shows them: loaded, and read again when something about them changed. */
import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import type { Id } from '@/client-core/api.types'
import { Problem } from '@/client-core/http'
import type { Person, Suggestion } from '@/client-core/people'
import { useLive } from '../stores/live'
import { people } from './api'

export function usePerson(id: Ref<Id>) {
  const live = useLive()
  const person = shallowRef<Person | null>(null)
  const suggestions = shallowRef<Suggestion[]>([])
  const problem = shallowRef<'missing' | 'failed' | null>(null)
  /** Counts what was read, so that parts of the screen may follow. */
  const readings = shallowRef(0)

  async function load(): Promise<void> {
    const asked = id.value
    try {
      const [found, alike] = await Promise.all([people.person(asked), people.suggestions(asked)])
      if (id.value !== asked) return
      person.value = found
      suggestions.value = alike
      problem.value = null
      readings.value += 1
    } catch (error) {
      if (id.value === asked && !person.value) problem.value = error instanceof Problem && error.status === 404 ? 'missing' : 'failed'
    }
  }

  function take(changed: Person): void {
    person.value = changed
    readings.value += 1
  }

  watch(
    [id, () => live.resets],
    ([now], before) => {
      if (now !== before[0]) person.value = null
      void load()
    },
    { immediate: true },
  )
  const stop = live.onChanges((changes) => {
    const ids = new Set([id.value, person.value?.id, ...suggestions.value.map((one) => one.id)])
    if (changes.some((one) => one.type === 'contact' && ids.has(one.contact.id))) void load()
  })
  onBeforeUnmount(stop)
  return { person, suggestions, problem, readings, load, take }
}
