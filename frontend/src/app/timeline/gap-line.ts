import { spoken } from '../i18n'
import { partSoon } from '../soon'

/** The line of a silence, with its words; the timeline is read without it, too. */
export const gapLine = partSoon(() => spoken(import('./GapLine.vue'), 'gaps'))
