/** How a stream is opened: by a WebSocket, and where none has said anything twice running, by plain requests. */
import type { Socket } from './stream'

type Open = (url: string) => Socket

/** So often a WebSocket may say nothing before we ask in another way. */
const PATIENCE = 2
/** A line that says nothing for so long is held up by something between. */
const SILENT_MS = 15_000

export interface LineOptions {
  web?: (url: string) => WebSocket
  /** Fetched beside the first opening: once it is needed, nothing may come through. */
  fetched?: () => Promise<Open>
}

export function lineOpener({ web = (url) => new WebSocket(url), fetched = fetchedLine }: LineOptions = {}): Open {
  let silent = 0
  let other: Open | null = null
  return (url) => {
    if (silent >= PATIENCE && other) {
      // When it ends, a WebSocket is tried once more.
      silent = PATIENCE - 1
      return other(url.replace(/^ws/u, 'http'))
    }
    silent += 1
    if (!other) void fetched().then((found) => (other = found), () => {})
    const socket = web(url)
    const tooLong = setTimeout(() => socket.close(), SILENT_MS)
    socket.addEventListener('close', () => clearTimeout(tooLong))
    socket.addEventListener(
      'message',
      () => {
        silent = 0
        clearTimeout(tooLong)
      },
      { once: true },
    )
    return socket as unknown as Socket
  }
}

const fetchedLine = async (): Promise<Open> => {
  const { FetchedLine } = await import('./fetched-line')
  return (url) => new FetchedLine(url)
}
