/** How long to wait before trying again: half a second doubling to thirty, give or take 30 %. */

const FIRST_MS = 500
const LONGEST_MS = 30_000
const JITTER = 0.3

/** Delay before attempt `attempt` (0 = the first one after a failure); `random` is in [0, 1). */
export function backoff(attempt: number, random: () => number): number {
  const plain = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10))
  return Math.round(plain * (1 - JITTER + 2 * JITTER * random()))
}
