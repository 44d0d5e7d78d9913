// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useUploads } from '@/app/composer/uploads'
import { Problem, Unreachable } from '@/client-core/http'
import { upload } from '@/client-core/upload'
import { settle } from './fakes'

type Answer = 'lost' | 'never' | { status: number; body?: object }

/** The server: it keeps a file once for its key, whatever becomes of the answer. */
const kept = new Map<string, string>()
let answers: Answer[] = []
let held: (() => void)[] = []

class FakeRequest {
  upload = { onprogress: null }
  status = 0
  responseText = ''
  onload = () => {}
  onerror = () => {}
  onabort = () => {}
  private key = ''

  open(): void {}

  setRequestHeader(name: string, value: string): void {
    if (name === 'Idempotency-Key') this.key = value
  }

  abort(): void {
    this.onabort()
  }

  send(form: FormData): void {
    const answer = answers.shift() ?? { status: 201 }
    if (answer === 'never') return void held.push(() => this.answer({ status: 201 }, form))
    if (answer === 'lost') {
      this.keep(form)
      return void setTimeout(() => this.onerror())
    }
    setTimeout(() => this.answer(answer, form))
  }

  private answer(answer: { status: number; body?: object }, form: FormData): void {
    if (answer.status === 201) this.keep(form)
    this.status = answer.status
    this.responseText = JSON.stringify(answer.body ?? { id: this.key, name: kept.get(this.key) })
    this.onload()
  }

  private keep(form: FormData): void {
    kept.set(this.key, (form.get('file') as File).name)
  }
}

beforeEach(() => {
  kept.clear()
  answers = []
  held = []
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})

const aFile = (name = 'invoice.pdf') => new File(['x'], name)
const aTarget = (key: string) => ({ url: '/attachments', headers: () => ({}), key, wait: async () => {} })

describe('an upload', () => {
  it('is one file, however often its answer was lost', async () => {
    answers = ['lost', { status: 503 }]

    const file = await upload(aTarget('k1'), aFile(), () => {}).done

    expect([[...kept], file.name]).toEqual([[['k1', 'invoice.pdf']], 'invoice.pdf'])
  })

  it('that is refused is not tried again', async () => {
    answers = [{ status: 413, body: { code: 'file_is_too_large' } }, { status: 201 }]

    await expect(upload(aTarget('k1'), aFile(), () => {}).done).rejects.toBeInstanceOf(Problem)

    expect(answers).toHaveLength(1)
  })

  it('on a line where nothing moves any more is sent anew', async () => {
    vi.useFakeTimers()
    answers = ['never', { status: 201 }]
    const sending = upload(aTarget('k1'), aFile(), () => {}).done

    await vi.advanceTimersByTimeAsync(60_100)
    vi.useRealTimers()

    expect((await sending).name).toBe('invoice.pdf')
  })

  it('is given up when nobody answers', async () => {
    answers = Array<Answer>(9).fill('lost')

    await expect(upload(aTarget('k1'), aFile(), () => {}).done).rejects.toBeInstanceOf(Unreachable)
  })
})

describe('a file for a reply', () => {
  it('goes to the case where it was chosen, whichever is open when it has arrived', async () => {
    const open = ref('anna')
    const arrived: string[][] = []
    answers = ['never']
    const uploads = useUploads(open, (caseId, file) => arrived.push([caseId, file.name]))
    uploads.add([aFile()])

    open.value = 'bela'
    const shown = uploads.pending.value.length
    held.forEach((answer) => answer())
    await settle(3)

    expect([shown, arrived, uploads.pending.value]).toEqual([0, [['anna', 'invoice.pdf']], []])
  })

  it('that failed is the same file when it is sent again', async () => {
    answers = [{ status: 422 }]
    const arrived: string[] = []
    const uploads = useUploads(ref('anna'), (_, file) => arrived.push(file.name))
    uploads.add([aFile()])
    await vi.waitFor(() => expect(uploads.pending.value[0]!.wrong).not.toBe(''), { timeout: 20_000 })
    const { key } = uploads.pending.value[0]!

    uploads.again(key)
    await settle(3)

    expect([arrived, [...kept.keys()]]).toEqual([['invoice.pdf'], [key]])
  })
})
