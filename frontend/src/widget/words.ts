/** The widget's own catalogues in one language: `t` and the formats re-render when it changes. */
import { computed, shallowRef } from 'vue'
import { createTranslator, pickLanguage, type Args, type Language } from '@/client-core/i18n'
import { Formats } from '@/client-core/time'

const OFTEN = import.meta.glob<string>('@locales/{en,pl,ru,hu}/widget.ftl', { query: '?raw', import: 'default' })
const SELDOM = import.meta.glob<string>('@locales/{en,pl,ru,hu}/widget-seldom.ftl', { query: '?raw', import: 'default' })

let hasSeldom = false

const translator = shallowRef(createTranslator('en', []))
export const formats = computed(() => new Formats(translator.value.language))
export const language = computed(() => translator.value.language)

/** Languages by their own names. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', pl: 'Polski', ru: 'Русский', hu: 'Magyar' }

export function t(id: string, args?: Args): string {
  return translator.value.t(id, args)
}

export async function useLanguage(wanted: Language): Promise<void> {
  const files = hasSeldom ? [OFTEN, SELDOM] : [OFTEN]
  translator.value = createTranslator(wanted, await Promise.all(files.map((one) => sourceOf(one, wanted))))
  document.documentElement.lang = wanted
}

const sourceOf = (files: typeof OFTEN, wanted: Language): Promise<string> =>
  Object.entries(files).find(([path]) => path.includes(`/${wanted}/`))![1]()

/** Learn the words for what is seldom shown. */
export async function learnSeldom(): Promise<void> {
  hasSeldom = true
  const { add } = translator.value
  add(await sourceOf(SELDOM, language.value))
}

/**
 * Chosen here before, then the host page's, then the browser's, then the inbox's own; of those
 * that the inbox speaks.
 */
export function chooseLanguage(wanted: readonly (string | null | undefined)[], spoken: readonly string[], otherwise: string): Language {
  const known = wanted.filter((tag) => tag && spoken.includes(tag.toLowerCase().split('-')[0]!))
  return pickLanguage([...known, otherwise])
}
