/** Approved templates: filling their places, and guessing what we already know. */
import type { Case, Template } from './api.types'
import { msg, type Words } from './time'
import { codeOf } from './nameless'

/** The text as the contact will read it; a place without a value shows its name. */
export function fillTemplate(template: Template, values: Readonly<Record<string, string>>): string {
  return template.body.replace(/\{\{\s*([\w.-]+)\s*\}\}/gu, (whole, name: string) => oneLine(values[name]) || whole)
}

/** As it is sent: providers take no line breaks in a value. */
const oneLine = (value = ''): string => value.trim().split(/\s+/u).join(' ')

const PLACES: Record<string, string> = {
  'header:image': msg('template-picture'),
  'header:video': msg('template-video'),
  'header:document': msg('template-document'),
}

/** What goes into a place, by the name that the server gives it: `1`, `name`, `header:image`, `button:0:url`. */
export function placeWords(name: string): Words | string {
  if (PLACES[name]) return { id: PLACES[name] }
  const [where, which = '', kind] = name.split(':')
  if (where === 'header') return { id: msg('template-heading'), args: { name: which } }
  if (where === 'button') return { id: kind === 'url' ? msg('template-link') : msg('template-code'), args: { n: Number(which) + 1 } }
  return /^\d+$/u.test(name) ? { id: msg('template-value'), args: { n: Number(name) } } : name.replaceAll('_', ' ')
}

const KINDS: Record<string, string> = {
  marketing: msg('template-marketing'),
  utility: msg('template-utility'),
  authentication: msg('template-authentication'),
}

/** What a template is for, in a word. */
export const kindWords = (template: Template): Words | string =>
  KINDS[template.category] ? { id: KINDS[template.category]! } : template.category

/** Advertising goes to nobody who said no to it; the server refuses it as well. */
export const isUnwanted = (template: Template, takesMarketing: boolean): boolean => template.category === 'marketing' && !takesMarketing

/** Those with each of the words in their name, language or text. */
export function findTemplates(templates: readonly Template[], words: string): Template[] {
  const wanted = words.toLowerCase().split(/\s+/u)
  return templates.filter((one) => {
    const text = `${one.name.replaceAll('_', ' ')} ${one.name} ${one.language} ${one.body}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** Values that follow from the case, by the names that templates give them. */
export function guessParameters(template: Template, row: Case): Record<string, string> {
  const name = codeOf(row.contact.name) ? '' : row.contact.name
  const known: Record<string, string> = {
    name,
    contact_name: name,
    first_name: name.split(' ')[0] ?? '',
    number: String(row.number),
    case_number: String(row.number),
    subject: row.subject ?? '',
  }
  return Object.fromEntries(template.parameters.map((name) => [name, known[name] ?? '']))
}
