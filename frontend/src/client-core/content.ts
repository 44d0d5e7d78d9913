/**
 * What a message carries besides text, read into few shapes that can be drawn.
 *
 * Channels describe the same things differently; what is not understood is said to be so, never
 * dropped.
 */

export type Content =
  | { type: 'location'; latitude: number; longitude: number; name: string; address: string }
  | { type: 'contacts'; people: { name: string; lines: string[] }[] }
  | { type: 'choice'; title: string; description: string }
  | { type: 'template'; name: string }
  | { type: 'letter'; subject: string; others: string[] }
  | { type: 'unsupported'; kind: string }

type Raw = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const raw = (value: unknown): Raw => (value && typeof value === 'object' ? (value as Raw) : {})

/** A channel may name its kind in `type`, or by the only key it has. */
export function readContent(content: Raw): Content {
  const kind = text(content.type) || text(content.kind) || (Object.keys(content)[0] ?? '')
  const body = typeof content[kind] === 'object' && content[kind] !== null ? content[kind] : content
  const read = READERS[kind]
  return (read && read(raw(body), content[kind] ?? content)) ?? { type: 'unsupported', kind: unsupportedKind(content, kind) }
}

function unsupportedKind(content: Raw, kind: string): string {
  return text(content.provider_type) || text(content.original_type) || kind || '?'
}

const READERS: Record<string, (body: Raw, whole: unknown) => Content | null> = {
  location: (body) => {
    const latitude = Number(body.latitude)
    const longitude = Number(body.longitude)
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null
    return { type: 'location', latitude, longitude, name: text(body.name), address: text(body.address) }
  },
  contacts: (body, whole) => {
    const list = Array.isArray(whole) ? whole : body.contacts
    return Array.isArray(list) ? { type: 'contacts', people: list.map((one) => person(raw(one))) } : null
  },
  interactive: choice,
  interactive_reply: choice,
  button: choice,
  button_reply: choice,
  list_reply: choice,
  letter: (body) => ({
    type: 'letter',
    subject: text(body.subject),
    others: [body.to, body.cc, body.bcc]
      .flatMap((list) => (Array.isArray(list) ? list : []))
      .map((one) => text(raw(one).name) || text(raw(one).email))
      .filter(Boolean),
  }),
  template: (body) => ({ type: 'template', name: text(body.name) }),
}

function choice(body: Raw): Content | null {
  const inner = [body.button_reply, body.list_reply, body.reply, body].map(raw).find((one) => text(one.title) || text(one.text))
  if (!inner) return null
  return { type: 'choice', title: text(inner.title) || text(inner.text), description: text(inner.description) }
}

function person(body: Raw): { name: string; lines: string[] } {
  const name = text(body.name) || text(raw(body.name).formatted_name)
  const lines = [body.phones, body.emails].flatMap((list) => (Array.isArray(list) ? list : [])).map((one) => {
    const entry = raw(one)
    return text(one) || text(entry.phone) || text(entry.number) || text(entry.email)
  })
  return { name, lines: lines.filter(Boolean) }
}
