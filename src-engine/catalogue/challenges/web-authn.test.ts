import { expect, test } from 'vitest'
import { reveal, Secret } from '../../secret/secret.ts'
import type { Authenticator } from '../authenticator.ts'
import type { AnswerContext } from '../define-challenge.ts'
import { webAuthn } from './web-authn.ts'

/** As Chrome 130’s virtual authenticator answered for auth.practice.example. */
const byChrome = {
  authenticatorAttachment: 'platform',
  clientExtensionResults: {},
  id: 't6lofHzWbDJwNGqE4vArTFSRXoR8HKuHzvkDaefHvOo',
  rawId: 't6lofHzWbDJwNGqE4vArTFSRXoR8HKuHzvkDaefHvOo',
  response: {
    authenticatorData: 'wA_EyCUBli1wWKjC4JD3KaIJx1G4Ut8rCy5igfIX13YFAAAAAg',
    clientDataJSON:
      'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiWXpJIiwib3JpZ2luIjoiaHR0cHM6Ly9hdXRoLnByYWN0aWNlLmV4YW1wbGUiLCJjcm9zc09yaWdpbiI6ZmFsc2V9',
    signature:
      'MEYCIQD4lOBppO_5xd1sgqf02vn7-SjYrgnYDq-okRutzR4EzAIhAL-LvvRcL5i_8RMhf66PjDhORCBnyT2oUzCnm8He_zHf',
    userHandle: 'c3Vi',
  },
  type: 'public-key',
}
const options = JSON.stringify({
  challenge: 'YzI',
  rpId: 'auth.practice.example',
  allowCredentials: [{ type: 'public-key', id: byChrome.id, transports: [] }],
  userVerification: 'preferred',
})

const answer = (authenticator?: Authenticator, pending = options) =>
  webAuthn.automatic?.answer({
    client: { userPoolId: 'us-east-1_Practice1', clientId: 'c' },
    ports: {
      modPow: () => 0n,
      randomBytes: (length) => new Uint8Array(length),
      now: () => 0,
      ...(authenticator && { authenticator }),
    },
    parameters: { CREDENTIAL_REQUEST_OPTIONS: pending },
    username: 'alice',
    known: {},
  } satisfies AnswerContext)

test('the credential is sent unchanged and as a secret, and what was signed is shown', async () => {
  const inputs: unknown[] = []
  const computed = await answer({
    assert: (...args) => {
      inputs.push(args)
      return Promise.resolve({ credential: byChrome, by: '“Laptop”' })
    },
  })
  expect(inputs).toEqual([[options, 'alice']])
  if (!computed || 'missing' in computed) throw new Error('it was not made')
  const { CREDENTIAL } = computed.values
  expect(CREDENTIAL).toBeInstanceOf(Secret)
  expect(JSON.parse(reveal(CREDENTIAL as Secret))).toEqual(byChrome)
  const shown = Object.fromEntries(computed.shown.map(({ name, value }) => [name, value]))
  expect(shown).toMatchObject({
    passkey: '“Laptop”',
    id: byChrome.id,
    clientDataJSON:
      '{"type":"webauthn.get","challenge":"YzI","origin":"https://auth.practice.example","crossOrigin":false}',
    rpIdHash: 'c00fc4c82501962d7058a8c2e090f729a209c751b852df2b0b2e6281f217d776',
    flags: 'user present, user verified',
    signCount: '2',
    userHandle: 'sub',
  })
  expect(shown['signature']).toBeInstanceOf(Secret)
})

test('a missing passkey is explained', async () => {
  expect(await answer()).toEqual({
    missing: 'Passkeys are available only in the application.',
  })
  const missing = 'No stored passkey fits.'
  expect(await answer({ assert: () => Promise.resolve({ missing }) })).toEqual({ missing })
})

test.each(['', 'null', '[]', '{"rpId":7,"challenge":"x"}', '{"rpId":"a.example"}'])(
  'options without a relying party, %s, do not reach the authenticator',
  async (broken) => {
    const computed = await answer(
      { assert: () => Promise.reject(new Error('the authenticator was asked')) },
      broken,
    )
    expect(computed).toEqual({
      missing: 'Cognito’s CREDENTIAL_REQUEST_OPTIONS name no relying party.',
    })
  },
)
