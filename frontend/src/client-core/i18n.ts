/** Fluent in forty lines: a catalogue, a language, and `t`. */
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle'

export const LANGUAGES = ['en', 'pl', 'ru', 'hu'] as const
export type Language = (typeof LANGUAGES)[number]
export type Args = Record<string, FluentVariable>

export interface Translator {
  language: Language
  t: (id: string, args?: Args) => string
  /** Learn another catalogue. What was said before stays as it is. */
  add: (source: string) => void
}

/** The first language of `wanted` that we speak ("pl-PL" counts as Polish). */
export function pickLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const language = LANGUAGES.find((known) => known === tag?.toLowerCase().split('-')[0])
    if (language) return language
  }
  return 'en'
}

/** Build `t` from the texts of one language's catalogue files. */
export function createTranslator(language: Language, sources: readonly string[]): Translator {
  // Isolation marks would show up in titles and be copied along; our texts put names last instead.
  const bundle = new FluentBundle(language, { useIsolating: false })
  const add = (source: string): void => void bundle.addResource(new FluentResource(source))
  sources.forEach(add)
  const t = (id: string, args?: Args): string => {
    const message = bundle.getMessage(id)
    if (!message?.value) return id
    return bundle.formatPattern(message.value, args ? ungrouped(args) : null, [])
  }
  return { language, t, add }
}

/** Counts without a thousands mark: languages differ in it between browser and server. */
function ungrouped(args: Args): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'number' ? new FluentNumber(value, { useGrouping: false }) : value,
    ]),
  )
}
