/** One act on many cases: a few at a time, each with its own result, honest when some fail. */
export interface BulkResult<T> {
  done: T[]
  failed: { item: T; error: unknown }[]
}

const AT_ONCE = 4

export async function inBulk<T>(
  items: readonly T[],
  act: (item: T) => Promise<unknown>,
  onProgress: (finished: number) => void = () => {},
): Promise<BulkResult<T>> {
  const done: T[] = []
  const failed: BulkResult<T>['failed'] = []
  const waiting = [...items]
  async function work(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await act(item)
        done.push(item)
      } catch (error) {
        failed.push({ item, error })
      }
      onProgress(done.length + failed.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { done, failed }
}
