/**
 * Uploads with progress and cancel; `fetch` still cannot report how much has left.
 *
 * The answer to an upload may be lost on its way. So each has a key, and is sent again with it:
 * the server keeps the file once.
 */
import type { Attachment, ProblemBody } from './api.types'
import { backoff } from './backoff'
import { Problem, Unreachable } from './http'

const TRIES = 4
/** A line on which nothing has moved for so long is dead, whatever it says. */
const STALL_MS = 60_000

export interface Upload<A = Attachment> {
  done: Promise<A>
  cancel: () => void
}

export interface UploadTarget {
  url: string
  /** Asked anew for each try: who asks may have changed. */
  headers: () => Record<string, string>
  /** By which the server knows the file when it comes again. */
  key: string
  wait?: (ms: number) => Promise<void>
}

/** Send one file, again if that may help. `onProgress` gets 0 to 1. */
export function upload<A = Attachment>(target: UploadTarget, file: File, onProgress: (share: number) => void): Upload<A> {
  const { wait = (ms) => new Promise((done) => setTimeout(done, ms)) } = target
  let request: XMLHttpRequest | null = null
  let isCancelled = false

  async function sendUntilTaken(): Promise<A> {
    for (let attempt = 0; ; attempt += 1) {
      if (isCancelled) throw cancelled()
      try {
        request = new XMLHttpRequest()
        return await sendOnce<A>(request, target, file, onProgress)
      } catch (error) {
        const mayPass = error instanceof Unreachable || (error instanceof Problem && error.isPassing)
        if (!mayPass || attempt >= TRIES - 1) throw error
        await wait(backoff(attempt, Math.random))
      }
    }
  }

  function cancel(): void {
    isCancelled = true
    request?.abort()
  }
  return { done: sendUntilTaken(), cancel }
}

function sendOnce<A>(request: XMLHttpRequest, target: UploadTarget, file: File, onProgress: (share: number) => void): Promise<A> {
  return new Promise<A>((resolve, reject) => {
    let silence: ReturnType<typeof setTimeout>
    const hearken = () => {
      clearTimeout(silence)
      silence = setTimeout(() => {
        reject(new Unreachable('the upload stands still'))
        request.abort()
      }, STALL_MS)
    }
    request.onloadend = () => clearTimeout(silence)
    request.open('POST', target.url)
    const headers = { ...target.headers(), 'Idempotency-Key': target.key }
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      hearken()
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as unknown as A)
      else reject(new Problem(request.status, body))
    }
    request.onerror = () => reject(new Unreachable('upload'))
    request.onabort = () => reject(cancelled())
    const form = new FormData()
    form.append('file', file, file.name)
    hearken()
    request.send(form)
  })
}

const cancelled = () => new DOMException('cancelled', 'AbortError')

function parse(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody
  } catch {
    return {}
  }
}
