/** Which letter a key press means, whatever the keyboard's alphabet. */

/** The letter a press means, on any layout. */
export function letterOf(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const { key, code } = event
  if (key.length !== 1) return key
  if (/^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)) {
    const place = /^Key([A-Z])$/u.exec(code)
    if (place) return place[1]!.toLowerCase()
    const sign = ({ Slash: '/', BracketLeft: '[', BracketRight: ']' } as Record<string, string>)[code]
    if (sign) return sign
  }
  return key
}
