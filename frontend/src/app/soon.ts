/** Do something once the browser has nothing better to do. */
export const soon = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 500))
