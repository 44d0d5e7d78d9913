/** By when a reply promises something: the server reads times, in four languages. */
import { mayPromise } from '@/client-core/promises'
import { http } from '../runtime'

/** As much as the server looks at. */
const MOST = 500

/** The instant that is promised; null when there is none, or nobody can be asked. */
export async function promisedBy(text: string): Promise<number | null> {
  if (!mayPromise(text)) return null
  const body = { text: text.slice(-MOST).replaceAll('\0', ''), time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
  try {
    const { data } = await http.call<{ at: string | null }>('POST', '/spoken-promises', { body })
    return data.at === null ? null : Date.parse(data.at)
  } catch {
    return null
  }
}
