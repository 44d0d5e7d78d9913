// Takes out of the lock file what installs nothing: where to send money, and addresses in remarks.
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8'))
for (const one of Object.values(lock.packages)) {
  delete one.funding
  delete one.resolved
  if (one.deprecated) one.deprecated = one.deprecated.replaceAll(/https?:\/\/\S+/gu, '').trim()
}
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
