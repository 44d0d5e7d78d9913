"""Whether a screen still fits when words are longer or read from the right, and keeps still.

Words of other languages are longer than English ones, short words most of all, and some languages
are written from right to left. What is on the screen is lengthened and turned for a moment, so it
costs no further visit.
"""

from __future__ import annotations

from playwright.async_api import Frame, Page

# Short words grow to twice their length, sentences by a third, as translators reckon with. What may
# be moved sideways (a row of tabs, a table) may be wider than the screen.
MISFITS = r"""() => {
  const root = document.documentElement
  const before = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const length = node.data.trim().length
    if (!/\p{L}{2}/u.test(node.data) || node.parentElement.closest('style, script')) continue
    before.push([node, node.data])
    const more = Math.ceil(length * (length > 20 ? 0.33 : 1))
    node.data += ` ${'łąężö ümé '.repeat(99).slice(0, more)}`
  }
  const isMoved = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX)
  const sticksOut = (one) => {
    const { left, right, width, height } = one.getBoundingClientRect()
    if (width < 2 || height < 2 || !one.checkVisibility()) return false
    if (left > -1 && right < root.clientWidth + 1) return false
    let up = one.parentElement
    while (up && !isMoved(up)) up = up.parentElement
    return !up?.matches('nav, pre, :has(> table)')
  }
  const found = {}
  for (const dir of ['ltr', 'rtl']) {
    root.dir = dir
    const wrong = [...document.body.querySelectorAll('*')].filter(sticksOut)
    if (wrong.length) found[dir] = wrong.slice(0, 3).map((one) => one.outerHTML.slice(0, 200))
  }
  root.removeAttribute('dir')
  for (const [node, data] of before) node.data = data
  return found
}"""
MOVING = r"""() => {
  const seconds = (said) => Math.max(...said.split(',').map((one) => parseFloat(one)))
  const found = new Set()
  for (const one of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(one, part)
      const lasts = Math.max(seconds(animationDuration), seconds(transitionDuration))
      if (lasts > 0.001 || scrollBehavior === 'smooth') found.add(one.outerHTML.slice(0, 200))
    }
  }
  return [...found]
}"""


async def misfits(screen: Page | Frame) -> dict[str, list[str]]:
    """Return what would stick out of a screen sideways, by direction, if words were longer."""
    found: dict[str, list[str]] = await screen.evaluate(MISFITS)
    return found


async def moving(screen: Page | Frame) -> list[str]:
    """Return what is animated, or would be if it changed."""
    found: list[str] = await screen.evaluate(MOVING)
    return found
