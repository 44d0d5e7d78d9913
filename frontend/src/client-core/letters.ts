/** Which letter a key press means, whatever the keyboard's alphabet. */

/** The letter a press means, on any layout. */
export function letterOf(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const { key, code } = event
  if (key.length !== 1) return key
  // Where a Latin keyboard has the slash, a Russian one has a full stop, and a comma with Shift.
  if (code === 'Slash' && key === '.') return '/'
  if (/^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)) {
    const place = /^Key([A-Z])$/u.exec(code)
    if (place) return place[1]!.toLowerCase()
    const sign = ({ Slash: '/', BracketLeft: '[', BracketRight: ']' } as Record<string, string>)[code]
    if (sign) return sign
  }
  return key
}
