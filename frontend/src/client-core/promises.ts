/** Only words that may promise a time are worth asking the server about. */
const LIKELY = /(^|[\s("'„«])(by|do|до|ко?)\s+\S|\Sig([\s.,;:!?)"”»]|$)/iu

/** Whether a text may say by when there will be more: after "by", "do" or "до", or with "-ig". */
export function mayPromise(text: string): boolean {
  return LIKELY.test(text)
}
