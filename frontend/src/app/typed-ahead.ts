/**
 * Letters that are typed while a page with a field is on its way.
 *
 * They are meant for the field, not for what is being left, where each of them may be a key.
 */
let held = ''
let stop: (() => void) | null = null

function hold(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (event.key === 'Backspace') held = held.slice(0, -1)
  else if (event.key.length === 1) held += event.key
  else return
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** Keep what is typed from now on, until it is taken. */
export function holdLetters(): void {
  if (stop) return
  window.addEventListener('keydown', hold, true)
  stop = () => window.removeEventListener('keydown', hold, true)
}

/** What was typed since; from now on letters go where the focus is. */
export function takeLetters(): string {
  stop?.()
  stop = null
  const letters = held
  held = ''
  return letters
}
