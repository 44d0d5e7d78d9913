import { shallowRef, type Component, type ShallowRef } from 'vue'

const whenIdle: typeof window.requestIdleCallback | undefined = window.requestIdleCallback

/** Do something once the browser has nothing better to do. */
export const soon = whenIdle ?? ((act: () => void) => setTimeout(act, 500))

const SHORTLY_MS = 200

/** Do something that waits for what is on its way to the screen, and not for long. */
export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => (whenIdle ? whenIdle(act, { timeout: SHORTLY_MS }) : setTimeout(act)))
}

/** A part that the page also stands without: it comes when the browser is idle, and never without a network. */
export function partSoon(load: () => Promise<{ default: Component }>): ShallowRef<Component | null> {
  const part = shallowRef<Component | null>(null)
  const take = async () => (part.value = (await load()).default)
  soon(() => void take().catch(() => {}))
  return part
}
