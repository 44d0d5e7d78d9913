/** Manners of a guest on somebody else's page: readable colours, and mistakes that stay ours. */
import { css, fill, readColour } from '../widget/colour'

const PLAIN = '#1f6f5c'

/** What a page says of the colour of the button, or ours. */
export function colours(colour: string | undefined): { ground: string; ink: string } {
  const { ground, ink } = fill(readColour(colour) ?? readColour(PLAIN)!)
  return { ground: css(ground), ink: css(ink) }
}

/** What goes wrong in us is said in the console and stays in us. */
export function guard<A extends unknown[]>(work: (...args: A) => unknown): (...args: A) => void {
  return (...args) => {
    try {
      work(...args)
    } catch (error) {
      console.error('Clew:', error)
    }
  }
}
