/** F6: walk through the panes that are on the screen, in reading order. */

export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  panes[(at + step + panes.length) % panes.length]!.focus()
}
