/** What the benchmark of the timeline runs inside the page. */
window.clewBench = (() => {
  const log = () => document.querySelector('[role="log"]')
  const isOf = (name) => log()?.getAttribute('aria-label')?.includes(name)
  const afterPaint = (then) => requestAnimationFrame(() => setTimeout(then, 0))

  /** Count, into `painted`, milliseconds from the next key until the newest message of another case is on the screen. */
  function expect(name) {
    const before = [...document.querySelectorAll('[role="log"] article')].at(-1)?.dataset.item
    bench.painted = new Promise((done, fail) => {
      setTimeout(() => fail(new Error(`${name} was not painted within ten seconds`)), 10_000)
      window.addEventListener('keydown', (event) => {
        const began = event.timeStamp
        const look = () => {
          const last = [...document.querySelectorAll('[role="log"] article')].at(-1)
          const box = log()?.getBoundingClientRect()
          const place = last?.getBoundingClientRect()
          const isThere = isOf(name) && last && last.dataset.item !== before
          if (isThere && place.bottom <= box.bottom + 1 && place.top >= box.top) afterPaint(() => done(performance.now() - began))
          else requestAnimationFrame(look)
        }
        look()
      }, { once: true, capture: true })
    })
  }

  /** The row at the upper edge of what is shown, found without measuring every other. */
  function firstShown(box) {
    const edge = box.getBoundingClientRect()
    for (let y = edge.top + 2; y < edge.bottom; y += 8) {
      for (const found of document.elementsFromPoint(edge.left + edge.width / 2, y)) {
        if (found.parentElement === box.firstElementChild) return found
      }
    }
    return null
  }

  /** Scroll up by `step` a frame until the first message has been seen. */
  function scroll(step) {
    const frames = [], tasks = [], seen = new Set()
    let jump = 0, jumps = 0, most = 0, still = 0
    const observer = new PerformanceObserver((list) => list.getEntries().forEach((one) => tasks.push(one.duration)))
    observer.observe({ type: 'longtask' })
    const box = log(), shown = box.getBoundingClientRect(), inner = box.firstElementChild
    const began = performance.now()
    return new Promise((done) => {
      let last = began, anchor = null, top = 0, wanted = 0
      const frame = (now) => {
        frames.push(now - last)
        last = now
        if (anchor?.isConnected) {
          const off = Math.abs(anchor.getBoundingClientRect().top - top - wanted)
          if (off > 2) jumps += 1
          jump = Math.max(jump, off)
        }
        most = Math.max(most, inner.childElementCount)
        anchor = null
        for (let one = firstShown(box); one && one.getBoundingClientRect().top < shown.bottom; one = one.nextElementSibling) {
          if (!one.dataset.item) continue
          seen.add(one.dataset.item)
          anchor ??= one
        }
        still = box.scrollTop <= 0 ? still + 1 : 0
        if (still > 60) {
          observer.disconnect()
          done({ frames: frames.slice(1, -60), tasks, seen: seen.size, jump, jumps, most, seconds: (now - began) / 1000 })
          return
        }
        top = anchor?.getBoundingClientRect().top ?? 0
        wanted = Math.min(step, box.scrollTop)
        box.scrollTop -= step
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
  }

  const bench = { expect, scroll, painted: null }
  return bench
})()
