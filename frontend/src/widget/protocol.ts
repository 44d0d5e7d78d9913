/**
 * What the host page's loader and the frame say to each other.
 *
 * The loader hands over one MessagePort, addressed to our origin alone, when the frame has
 * loaded; everything after goes through it, so no other window can listen or speak.
 */

export const HELLO = 'clew-hello'

/** A frame with this in its address was made by a loader, and will be greeted by it. */
export const AWAITED = '#greeted'

/** The loader's first word, with the port. */
export interface Hello {
  clew: typeof HELLO
  /** What is kept on the host page for this inbox. */
  kept: Record<string, string>
  language: string | null
  isOpen: boolean
}

/** How the button shall look and what it says. */
export interface Look {
  /** Of the button. */
  ground: string
  ink: string
  position: 'left' | 'right'
  launcher: 'bubble' | 'label' | 'none'
  label: string
  /** What the button does while the window is open. */
  close: string
  /** The name of the frame. */
  title: string
}

export type ToLoader =
  | { t: 'look'; look: Look }
  | { t: 'unread'; count: number; words: string }
  | { t: 'keep'; key: string; value: string | null }
  | { t: 'open' | 'close' }
  | { t: 'event'; name: string; data?: unknown }

export type ToFrame =
  | { t: 'open'; isByPerson: boolean }
  | { t: 'close' }
  | { t: 'identify'; token: string }
  | { t: 'reset' }
  | { t: 'kept'; key: string; value: string | null }
  /** The browser lets the page keep nothing, or no more. */
  | { t: 'lost'; key: string }

/** Events that `Clew.on` knows. */
export type EventName = 'ready' | 'open' | 'close' | 'unread' | 'message' | 'identity' | 'token-needed'
