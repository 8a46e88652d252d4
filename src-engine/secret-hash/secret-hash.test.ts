import { expect, it } from 'vitest'
import { reveal, Secret } from '../secret/secret.ts'
import known from '../vectors/secret-hash.json' with { type: 'json' }
import { secretHash } from './secret-hash.ts'

it('hashes the username before the client ID (every pool refuses the reverse order)', () => {
  for (const row of known.cases) {
    const secret = Secret.of('client secret', row.clientSecret)
    expect(reveal(secretHash(secret, row.username, row.clientId))).toBe(row.expected)
  }
})
