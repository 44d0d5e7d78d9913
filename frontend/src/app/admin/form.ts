/** One form: its values, the server's words for each field, and whether it is being sent. */
import { reactive, ref, watch } from 'vue'
import type { FieldError } from '@/client-core/api.types'
import { Problem } from '@/client-core/http'
import { sayFault, spell } from '../stores/actions'

export type { FieldError }

/**
 * `say` has better words for a field of this form than the catalogue of faults, or none; `holds`
 * tells whether a field is on the form, where it is not one of its values.
 */
export function useForm<T extends object>(values: T, say: (one: FieldError) => string = () => '', holds = (field: string): boolean => field in values) {
  const form = reactive({ ...values }) as T
  const wrong = ref<Record<string, string>>({})
  const trouble = ref('')
  const isBusy = ref(false)

  /** Whatever was wrong with a field is said until somebody changes it. */
  function forget(isChanged: (field: string) => boolean): void {
    const left = Object.entries(wrong.value).filter(([field]) => !isChanged(field))
    if (left.length < Object.keys(wrong.value).length) wrong.value = Object.fromEntries(left)
  }
  watch(() => partsOf(form), (now, before) => forget((field) => now.get(nameOf(field)) !== before.get(nameOf(field))))

  /** Send it. Returns whether it was accepted; otherwise the fields say what is wrong. */
  async function submit(call: () => Promise<unknown>): Promise<boolean> {
    isBusy.value = true
    wrong.value = {}
    trouble.value = ''
    try {
      await call()
      return true
    } catch (error) {
      const errors = error instanceof Problem ? (error.body.errors ?? []) : []
      const named = await Promise.all(errors.map(async (one) => [one.field.split('.').pop() ?? '', say(one) || (await sayFault(one))] as const))
      wrong.value = Object.fromEntries(named)
      const isPlaced = named.some(([field]) => holds(field))
      if (!isPlaced) trouble.value = await spell(error)
      return false
    } finally {
      isBusy.value = false
    }
  }

  return { form, wrong, trouble, isBusy, submit, forget }
}

/** One of several values of a field is meant with it. */
const nameOf = (field: string): string => field.replace(/\[\d+\]$/u, '')

/** The values of a form and of its groups, by their names. */
function partsOf(form: object): Map<string, string> {
  return new Map(
    Object.entries(form).flatMap(([name, value]) => [
      [name, JSON.stringify(value) ?? ''] as const,
      ...(value && typeof value === 'object' && !Array.isArray(value) ? partsOf(value as object) : []),
    ]),
  )
}
