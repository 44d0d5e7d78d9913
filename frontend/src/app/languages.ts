/** Languages by their own names. */
import type { Language } from '@/client-core/i18n'

export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  pl: 'Polski',
  ru: 'Русский',
  hu: 'Magyar',
}
