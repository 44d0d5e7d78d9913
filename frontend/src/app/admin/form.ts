/** One form: its values, the server's words for each field, and whether it is being sent. */
import { reactive, ref } from 'vue'
import { Problem } from '@/client-core/http'
import { explain } from '../stores/actions'

export interface FieldError {
  field: string
  message: string
  /** What is wrong, where the server says it in one word. */
  fault?: string
}

/**
 * `say` puts the server's word about a field into the reader's language; `holds` tells whether a
 * field is on the form, where it is not one of its values.
 */
export function useForm<T extends object>(values: T, say = (one: FieldError): string => one.message, holds = (field: string): boolean => field in values) {
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
      const errors = error instanceof Problem ? ((error.body.errors ?? []) as FieldError[]) : []
      const named = errors.map((one) => [one.field.split('.').pop() ?? '', say(one)] as const)
      wrong.value = Object.fromEntries(named)
      const isPlaced = named.some(([field]) => holds(field))
      if (!isPlaced) trouble.value = explain(error)
      return false
    } finally {
      isBusy.value = false
    }
  }

  return { form, wrong, trouble, isBusy, submit }
}
