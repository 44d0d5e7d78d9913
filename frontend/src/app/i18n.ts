/** The chosen language as Vue sees it: `t` and the formats re-render when it changes. */
import { computed, shallowRef } from 'vue'
import { createTranslator, pickLanguage, type Args, type Language } from '@/client-core/i18n'
import { codeOf, soughtAs } from '@/client-core/nameless'
import { Formats, type Words } from '@/client-core/time'

const FILES = import.meta.glob<string>('@locales/{en,pl,ru,hu}/{common,app,desk,guests,mail,recognition,mailout,keyboard,composing}.ftl', {
  query: '?raw',
  import: 'default',
})
/** Read only by those who come to the screens that say it. */
const LATER = import.meta.glob<string>('@locales/{en,pl,ru,hu}/{webchat,search,admin,settings,links,contact,templates,faults,refusals,promises,gaps,reasons,history,dialogs,deadlines,returning,notifying,attention}.ftl', { query: '?raw', import: 'default' })
const later = new Set<string>()
const KEY = 'clew.language'

const translator = shallowRef(createTranslator('en', []))
const formats = computed(() => new Formats(translator.value.language))

/** The language of this browser: chosen before, or the browser's own. */
export function preferredLanguage(): Language {
  return pickLanguage([remembered(), ...navigator.languages])
}

export async function useLanguage(language: Language): Promise<void> {
  let sources: string[]
  let known: number
  do {
    known = later.size
    const all = [...Object.entries(FILES), ...Object.entries(LATER).filter(([path]) => later.has(nameOf(path)))]
    sources = await read(all, language)
  } while (later.size > known)
  translator.value = createTranslator(language, sources)
  document.documentElement.lang = language
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser without storage only forgets the choice.
  }
}

/**
 * Learn catalogues of `LATER`, in this language and those to come. Nothing on the screen says
 * what they hold yet, so nothing is drawn again.
 */
export async function speakAlso(...names: string[]): Promise<void> {
  const learner = translator.value
  const sources = await read(Object.entries(LATER).filter(([path]) => names.includes(nameOf(path)) && !later.has(nameOf(path))), learner.language)
  for (const name of names) later.add(name)
  // Another language was chosen meanwhile: it is asked for all of them.
  if (translator.value !== learner) await useLanguage(translator.value.language)
  else sources.forEach(learner.add)
}

/** A part of the page, with the catalogues of what it says. */
export async function spoken<T>(part: Promise<T>, ...names: string[]): Promise<T> {
  return (await Promise.all([part, speakAlso(...names)]))[0]
}

type Catalogues = [path: string, load: () => Promise<string>][]

function read(files: Catalogues, language: Language): Promise<string[]> {
  return Promise.all(files.filter(([path]) => path.includes(`/${language}/`)).map(([, load]) => load()))
}

const nameOf = (path: string): string => path.split('/').at(-1)!.replace('.ftl', '')

export function useI18n() {
  return { t, words, formats, language: computed(() => translator.value.language) }
}

/** Say a message; a visitor without a name is called so as this language does. */
export function t(id: string, args?: Args): string {
  const said = args && Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? called(value) : value]))
  return translator.value.t(id, said)
}

/** What a contact is called. */
export function called(name: string): string {
  const code = codeOf(name)
  return code ? translator.value.t('visitor-nameless', { code }) : name
}

/** Whom somebody seeks who typed this. */
export const sought = (typed: string): string => soughtAs(typed, called)

/** Say words chosen by client-core. */
export function words(said: Words): string {
  return t(said.id, said.args)
}

export { formats }

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
