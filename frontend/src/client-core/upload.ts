/** Uploads with progress and cancel; `fetch` still cannot report how much has left. */
import type { Attachment, ProblemBody } from './api.types'
import { Problem, Unreachable } from './http'

export interface Upload<A = Attachment> {
  done: Promise<A>
  cancel: () => void
}

/** Send one file. `onProgress` gets 0 to 1. */
export function upload<A = Attachment>(
  url: string,
  headers: Record<string, string>,
  file: File,
  onProgress: (share: number) => void,
): Upload<A> {
  const request = new XMLHttpRequest()
  const done = new Promise<A>((resolve, reject) => {
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as unknown as A)
      else reject(new Problem(request.status, body))
    }
    request.onerror = () => reject(new Unreachable('upload'))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
  return { done, cancel: () => request.abort() }
}

function parse(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody
  } catch {
    return {}
  }
}
