/** One form: its values, the server's words for each field, and whether it is being sent. */
import { reactive, ref } from 'vue'
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

  return { form, wrong, trouble, isBusy, submit }
}
