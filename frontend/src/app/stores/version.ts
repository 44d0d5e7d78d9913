/** A newer workspace may be on the server; it is offered, never put in place by itself. */
import { watch } from 'vue'
import { t } from '../i18n'
import { useLive } from './live'
import { useUi } from './ui'
import { useWriting } from './writing'

const ENTRY = /assets\/index-[\w-]+\.js/u

export function watchVersion(): void {
  const live = useLive()
  const ui = useUi()
  const writing = useWriting()
  let offered: number | null = null

  function offer(): void {
    // Once it was put away, or pushed away by others, it is said again when it matters again.
    if (ui.notices.some((one) => one.id === offered)) return
    offered = ui.say(t('version-ready'), { label: t('version-reload'), act: reload, stays: true })
  }

  /** Not before the last words are down: a page that goes away does not wait for that. */
  async function reload(): Promise<void> {
    await writing.drafts.flush()
    location.reload()
  }

  async function compare(): Promise<void> {
    const own = [...document.scripts].map((script) => ENTRY.exec(script.src)?.[0]).find(Boolean)
    if (!own) return
    const page = await fetch('/', { cache: 'no-store' }).then((answer) => answer.text())
    const theirs = ENTRY.exec(page)?.[0]
    if (theirs && theirs !== own) offer()
  }

  // A server that was away may have come back newer.
  watch(
    () => live.isLive,
    (isLive, wasLive) => {
      if (isLive && wasLive === false && live.lastLive) void compare().catch(() => {})
    },
  )
  // A part of this version that is not there any more says the same; without a network nothing does.
  window.addEventListener('vite:preloadError', () => navigator.onLine && offer())
}
