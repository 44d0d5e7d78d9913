/** The widget's own catalogue in one language: `t` and the formats re-render when it changes. */
import { computed, shallowRef } from 'vue'
import { createTranslator, pickLanguage, type Args, type Language } from '@/client-core/i18n'
import { Formats } from '@/client-core/time'

const FILES = import.meta.glob<string>('@locales/{en,pl,ru,hu}/widget.ftl', { query: '?raw', import: 'default' })

const translator = shallowRef(createTranslator('en', []))
export const formats = computed(() => new Formats(translator.value.language))
export const language = computed(() => translator.value.language)

/** Languages by their own names. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', pl: 'Polski', ru: 'Русский', hu: 'Magyar' }

export function t(id: string, args?: Args): string {
  return translator.value.t(id, args)
}

export async function useLanguage(wanted: Language): Promise<void> {
  const load = Object.entries(FILES).find(([path]) => path.includes(`/${wanted}/`))![1]
  translator.value = createTranslator(wanted, [await load()])
  document.documentElement.lang = wanted
}

/**
 * Chosen here before, then the host page's, then the browser's, then the inbox's own; of those
 * that the inbox speaks.
 */
export function chooseLanguage(wanted: readonly (string | null | undefined)[], spoken: readonly string[], otherwise: string): Language {
  const known = wanted.filter((tag) => tag && spoken.includes(tag.toLowerCase().split('-')[0]!))
  return pickLanguage([...known, otherwise])
}
