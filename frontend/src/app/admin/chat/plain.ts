/** What the chat says in a language where the administrator has said nothing: the words of its own catalogue. */
import { createTranslator, type Language } from '@/client-core/i18n'

const FILES = import.meta.glob<string>('@locales/{en,pl,ru,hu}/widget.ftl', { query: '?raw', import: 'default' })

export async function plainTexts(language: Language): Promise<{ greeting: string; launcher: string }> {
  const load = Object.entries(FILES).find(([path]) => path.includes(`/${language}/`))![1]
  const said = createTranslator(language, [await load()])
  const [greeting, launcher] = ['greeting', 'launcher'].map((id) => said.t(id))
  return { greeting: greeting!, launcher: launcher! }
}
