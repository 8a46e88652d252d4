import { expect, test } from 'vitest'
import { validateRelyingPartyId } from './relying-party-id.ts'

test.each(['auth.example.com', 'example.com', 'xn--bcher-kva.example', 'localhost'])(
  'the valid relying party ID %s is accepted',
  (text) => {
    expect(validateRelyingPartyId(text)).toBeUndefined()
  },
)

test.each([
  ['', 'empty'],
  ['https://auth.example.com', 'without scheme'],
  ['auth.example.com:8443', 'port'],
  ['192.168.0.1', 'IP address'],
  ['[::1]', 'IP address'],
  ['Auth.example.com', 'uppercase letters'],
  ['auth_.example.com', 'not a domain name'],
  ['-a.example.com', 'not a domain name'],
  ['auth..example.com', 'not a domain name'],
  ['intranet', 'no dot'],
  [`${'a'.repeat(63)}.${'b'.repeat(63)}.com`, 'at most 127'],
])('the invalid relying party ID “%s” is refused with its reason', (text, words) => {
  expect(validateRelyingPartyId(text)).toContain(words)
})
