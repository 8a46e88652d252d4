import { expect, test } from 'vitest'
import { shownCredential } from './shown-credential.ts'

/** As Chrome 130’s virtual authenticator answered for auth.practice.example. */
const byChrome = {
  id: 't6lofHzWbDJwNGqE4vArTFSRXoR8HKuHzvkDaefHvOo',
  response: {
    attestationObject:
      'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikwA_EyCUBli1wWKjC4JD3KaIJx1G4Ut8rCy5igfIX13ZFAAAAAQECAwQFBgcIAQIDBAUGBwgAILepaHx81mwycDRqhOLwK0xUkV6EfByrh875A2nnx7zqpQECAyYgASFYIKoN-4y-BCxy0QmAdtSQBMaYJQvHNLeHd0wmVW56TomAIlggoRWOGj1xfBGkoGT4Z5wj_5Rljlfysm3IKBx4rc48MOY',
    authenticatorData:
      'wA_EyCUBli1wWKjC4JD3KaIJx1G4Ut8rCy5igfIX13ZFAAAAAQECAwQFBgcIAQIDBAUGBwgAILepaHx81mwycDRqhOLwK0xUkV6EfByrh875A2nnx7zqpQECAyYgASFYIKoN-4y-BCxy0QmAdtSQBMaYJQvHNLeHd0wmVW56TomAIlggoRWOGj1xfBGkoGT4Z5wj_5Rljlfysm3IKBx4rc48MOY',
    clientDataJSON:
      'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWTJoaGJHeGxibWRsIiwib3JpZ2luIjoiaHR0cHM6Ly9hdXRoLnByYWN0aWNlLmV4YW1wbGUiLCJjcm9zc09yaWdpbiI6ZmFsc2V9',
  },
}

test('flags, counter, model and attestation of a new passkey are read', () => {
  const shown = Object.fromEntries(
    shownCredential(byChrome).map(({ name, value }) => [name, value]),
  )
  expect(shown).toMatchObject({
    id: byChrome.id,
    flags: 'user present, user verified, new passkey',
    signCount: '1',
    aaguid: '01020304-0506-0708-0102-030405060708',
    attestation: 'none',
  })
  expect(shown['clientDataJSON']).toContain('"type":"webauthn.create"')
})

test.each([
  {},
  { response: null },
  { response: {} },
  { id: 7, response: { authenticatorData: 'AAAA', attestationObject: '!', clientDataJSON: 5 } },
])('a malformed credential %# is read without an exception', (credential) => {
  expect(() => shownCredential(credential)).not.toThrow()
})
