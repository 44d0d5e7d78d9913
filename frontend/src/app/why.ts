/** Why something did not work. The words for it are fetched when something did not. */
import { shallowRef } from 'vue'
import type { Why } from '@/client-core/api.types'
import { speakAlso } from './i18n'

const spoken = shallowRef<((why: Why[]) => string) | null>(null)
let learning: Promise<void> | null = null

/** The sentences of a reason; empty for none, and until its words are here. */
export function told(why: Why[] | undefined): string {
  if (!why?.length) return ''
  if (!spoken.value) learning ??= learn()
  return spoken.value?.(why) ?? ''
}

/** The same after a colon, within another sentence. */
export function toldWithin(why: Why[] | undefined): string {
  const said = told(why)
  return said.slice(0, 1).toLocaleLowerCase() + said.slice(1)
}

async function learn(): Promise<void> {
  try {
    await speakAlso('reasons')
    spoken.value = (await import('./why-words')).inWords
  } catch {
    // No connection: whoever is told next asks again.
    learning = null
  }
}
