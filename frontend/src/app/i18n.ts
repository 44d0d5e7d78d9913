/** The chosen language as Vue sees it: `t` and the formats re-render when it changes. */
import { computed, shallowRef } from 'vue'
import { createTranslator, pickLanguage, type Args, type Language } from '@/client-core/i18n'
import { Formats, type Words } from '@/client-core/time'

const FILES = import.meta.glob<string>('@locales/{en,pl,ru,hu}/{common,app,desk,guests}.ftl', {
  query: '?raw',
  import: 'default',
})
const KEY = 'clew.language'

const translator = shallowRef(createTranslator('en', []))
const formats = computed(() => new Formats(translator.value.language))

/** The language of this browser: chosen before, or the browser's own. */
export function preferredLanguage(): Language {
  return pickLanguage([remembered(), ...navigator.languages])
}

export async function useLanguage(language: Language): Promise<void> {
  const wanted = Object.entries(FILES).filter(([path]) => path.includes(`/${language}/`))
  const sources = await Promise.all(wanted.map(([, load]) => load()))
  translator.value = createTranslator(language, sources)
  document.documentElement.lang = language
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser without storage only forgets the choice.
  }
}

export function useI18n() {
  return { t, words, formats, language: computed(() => translator.value.language) }
}

export function t(id: string, args?: Args): string {
  return translator.value.t(id, args)
}

/** Say words chosen by client-core. */
export function words(said: Words): string {
  return translator.value.t(said.id, said.args)
}

export { formats }

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
