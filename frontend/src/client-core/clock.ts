/** The server's clock, as the browser knows it. A demonstration may move it, so never use the machine's own. */

export class ServerClock {
  private offsetMs = 0
  private isSet = false
  private readonly machine: () => number

  constructor(machine: () => number = Date.now) {
    this.machine = machine
  }

  /** Milliseconds since the epoch, by the server's clock. */
  now(): number {
    return this.machine() + this.offsetMs
  }

  /** Learn the server's time. Returns whether it moved by more than a breath. */
  learn(instant: string): boolean {
    const said = Date.parse(instant)
    if (Number.isNaN(said)) return false
    const offset = said - this.machine()
    // Transit makes each reading a little late; small differences are noise, not news.
    const moved = Math.abs(offset - this.offsetMs) > 1_500
    if (moved || !this.isSet) this.offsetMs = offset
    this.isSet = true
    return moved
  }
}
