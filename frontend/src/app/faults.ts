/** What can be wrong with a value, in the reader's language: fetched when something is. */
import type { FieldError } from '@/client-core/api.types'
import { msg } from '@/client-core/time'
import { speakAlso, t } from './i18n'

const WORDS: Record<string, string> = {
  missing: msg('fault-missing'),
  unfit: msg('fault-unfit'),
  unknown: msg('fault-unknown'),
  taken: msg('fault-taken'),
  too_long: msg('fault-too-long'),
  too_short: msg('fault-too-short'),
  wrong_length: msg('fault-wrong-length'),
  out_of_range: msg('fault-out-of-range'),
  too_many: msg('fault-too-many'),
  full: msg('fault-full'),
  address_taken: msg('fault-address-taken'),
  not_an_address: msg('fault-not-an-address'),
  own_address: msg('fault-own-address'),
  not_a_phone: msg('fault-not-a-phone'),
  not_one_word: msg('fault-not-one-word'),
  not_a_language: msg('fault-not-a-language'),
  has_a_slash: msg('fault-has-a-slash'),
  unknown_place: msg('fault-unknown-place'),
  wrong_password: msg('fault-wrong-password'),
  may_not_sign_in: msg('fault-may-not-sign-in'),
  empty_file: msg('fault-empty-file'),
  not_ahead: msg('fault-not-ahead'),
  too_soon: msg('fault-too-soon'),
  ends_first: msg('fault-ends-first'),
}

/** The sentence for a fault; the server's own where it names none, or one that we do not know. */
export async function inWords(one: FieldError): Promise<string> {
  const id = WORDS[one.fault ?? '']
  if (!id) return one.message
  await speakAlso('faults')
  return t(id, { least: one.least ?? 0, most: one.most ?? 0, name: one.name ?? '' })
}
