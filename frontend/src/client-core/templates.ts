/** Approved templates: filling their places, and guessing what we already know. */
import type { Case, Template } from './api.types'

/** The text as the contact will read it; a place without a value shows its name. */
export function fillTemplate(template: Template, values: Readonly<Record<string, string>>): string {
  return template.body.replace(/\{\{\s*([\w.-]+)\s*\}\}/gu, (whole, name: string) => values[name]?.trim() || whole)
}

/** Values that follow from the case, by the names that templates give them. */
export function guessParameters(template: Template, row: Case): Record<string, string> {
  const known: Record<string, string> = {
    name: row.contact.name,
    contact_name: row.contact.name,
    first_name: row.contact.name.split(' ')[0] ?? '',
    number: String(row.number),
    case_number: String(row.number),
    subject: row.subject ?? '',
  }
  return Object.fromEntries(template.parameters.map((name) => [name, known[name] ?? '']))
}
