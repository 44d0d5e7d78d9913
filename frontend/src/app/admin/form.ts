/** One form: its values, the server's words for each field, and whether it is being sent. */
import { reactive, ref } from 'vue'
import { Problem } from '@/client-core/http'
import { explain } from '../stores/actions'

export function useForm<T extends object>(values: T) {
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
      wrong.value = Object.fromEntries(errors.map((one) => [one.field.split('.').pop() ?? '', one.message]))
      const isPlaced = errors.some((one) => (one.field.split('.').pop() ?? '') in form)
      if (!isPlaced) trouble.value = explain(error)
      return false
    } finally {
      isBusy.value = false
    }
  }

  return { form, wrong, trouble, isBusy, submit }
}
