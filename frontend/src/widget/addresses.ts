/** What a visitor typed into one field, told apart: an e-mail address or a telephone number. */

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/u
const PHONE = /^\+\d{7,15}$/u

/** null if it is neither. The server looks more closely. */
export function addressOf(typed: string): { email?: string; phone?: string } | null {
  const text = typed.trim()
  if (EMAIL.test(text)) return { email: text }
  const digits = text.replace(/[\s().-]/gu, '').replace(/^00/u, '+')
  return PHONE.test(digits) ? { phone: digits } : null
}
