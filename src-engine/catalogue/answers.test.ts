import { expect, it } from 'vitest'
import { reveal, Secret } from '../secret/secret.ts'
import { withNewSecrets } from '../sign-in/known-secrets.ts'
import type { Ports } from './ports.ts'
import { modPowBigInt } from '../srp/modular-exponentiation.ts'
import { srpKeyPair } from '../srp/client.ts'
import device from '../vectors/srp-device-self.json' with { type: 'json' }
import { challenges } from './challenges/index.ts'
import type { AnswerContext } from './define-challenge.ts'
import { activeFields } from './field.ts'

const ports: Ports = {
  modPow: modPowBigInt,
  randomBytes: (length) => new Uint8Array(length).fill(9),
  now: () => Date.UTC(2026, 0, 1),
}

const context: AnswerContext = {
  client: { userPoolId: 'eu-west-1_Pool', clientId: 'client1' },
  ports,
  parameters: {},
  username: 'ana',
  known: {},
}

const challenge = (name: string) => {
  const found = challenges.get(name)
  if (!found) throw new Error(`no challenge ${name}`)
  return found
}

const validationError = (name: string, field: string, value: string, parameters = {}) =>
  challenge(name)
    .fields(parameters)
    .find((one) => one.name === field)
    ?.validationError?.(value)

it('an emailed code has eight digits as the first factor, and six after a password', () => {
  expect(validationError('EMAIL_OTP', 'EMAIL_OTP_CODE', '12345678')).toBeUndefined()
  const second = { USER_ID_FOR_SRP: 'sub' }
  expect(validationError('EMAIL_OTP', 'EMAIL_OTP_CODE', '123456', second)).toBeUndefined()
  expect(validationError('EMAIL_OTP', 'EMAIL_OTP_CODE', '12345678', second)).toBeDefined()
  expect(validationError('SMS_OTP', 'SMS_OTP_CODE', '123456')).toBeDefined()
})

it('offers what AvailableChallenges lists, and everything if it lists nothing', () => {
  const offered = (available: readonly string[]) =>
    challenge('SELECT_CHALLENGE')
      .fields({}, available)[0]
      ?.choices?.map(({ value }) => value)
  expect(offered(['EMAIL_OTP', 'RETINA'])).toEqual(['EMAIL_OTP', 'RETINA'])
  expect(offered([])).toContain('WEB_AUTHN')
})

it.each([
  ['PASSWORD', true],
  ['PASSWORD_SRP', false],
])('SELECT_CHALLENGE with %s asks for the password, and sends it: %s', (ANSWER, sent) => {
  const fields = activeFields(challenge('SELECT_CHALLENGE').fields({}), { ANSWER })
  expect(fields.find(({ name }) => name === 'PASSWORD')?.sent).toBe(sent)
  expect(
    activeFields(challenge('SELECT_CHALLENGE').fields({}), { ANSWER: 'SMS_OTP' }),
  ).toHaveLength(1)
})

it('computes SRP_A only for the answers that begin an SRP exchange', () => {
  const completed = (name: string, inputs: Record<string, string>) => {
    const computed = challenge(name).complete?.(context, inputs)
    return computed && 'values' in computed ? Object.keys(computed.values) : []
  }
  expect(completed('SELECT_CHALLENGE', { ANSWER: 'PASSWORD_SRP' })).toContain('SRP_A')
  expect(completed('SELECT_CHALLENGE', { ANSWER: 'EMAIL_OTP' })).toEqual(['ANSWER'])
  expect(completed('PASSWORD_SRP', {})).toEqual(['SRP_A'])
  expect(completed('DEVICE_SRP_AUTH', { DEVICE_KEY: 'k' })).toEqual(['DEVICE_KEY', 'SRP_A'])
})

it('answers PASSWORD_SRP automatically once the password is known, and says so beforehand', () => {
  const { automatic } = challenge('PASSWORD_SRP')
  expect(automatic?.answer(context)).toHaveProperty('missing')
  const known = { password: Secret.of('password', 'p') }
  expect(automatic?.answer({ ...context, known })).toHaveProperty('srp')
})

it('proves a remembered device byte for byte', async () => {
  const known = withNewSecrets(
    {},
    {
      DEVICE_KEY: device.DeviceKey,
      DEVICE_GROUP_KEY: device.DeviceGroupKey,
      DEVICE_PASSWORD: device.RANDOM_PASSWORD,
    },
  )
  const { by, answer } = challenge('DEVICE_PASSWORD_VERIFIER').automatic ?? {}
  expect(by).toBe('device')
  const computed = await answer?.({
    ...context,
    known,
    ports: { ...ports, now: () => Date.parse(device.TIMESTAMP) },
    parameters: { SALT: device.SALT, SRP_B: device.SRP_B, SECRET_BLOCK: device.SECRET_BLOCK },
    srp: srpKeyPair(Uint8Array.from(Buffer.from(device.a_hex, 'hex')), modPowBigInt),
  })
  if (!computed || 'missing' in computed) throw new Error('nothing was made')
  expect(computed.values['DEVICE_KEY']).toBe(device.DeviceKey)
  expect(reveal(computed.values['PASSWORD_CLAIM_SIGNATURE'] as Secret)).toBe(
    device.PASSWORD_CLAIM_SIGNATURE,
  )
})

it('does not begin device SRP for an unknown device', () => {
  for (const name of ['DEVICE_SRP_AUTH', 'DEVICE_PASSWORD_VERIFIER'])
    expect(challenge(name).automatic?.answer(context)).toHaveProperty('missing')
  expect(withNewSecrets({}, { DEVICE_KEY: 'k', DEVICE_PASSWORD: 'p' }).device).toBeUndefined()
})

it('sets up an authenticator automatically only on request, so that its secret is seen', async () => {
  const { answer, onRequest } = challenge('MFA_SETUP').automatic ?? {}
  expect(onRequest).toBe(true)
  expect(answer?.(context)).toHaveProperty('missing')
  expect(answer?.({ ...context, parameters: { SecretCode: 'not base32!' } })).toHaveProperty(
    'missing',
  )
  const computed = await answer?.({ ...context, parameters: { SecretCode: 'A'.repeat(32) } })
  expect(computed && 'values' in computed && reveal(computed.values['UserCode'] as Secret)).toMatch(
    /^\d{6}$/,
  )
})

it('shows what a trigger made public, and the relying party of a passkey', () => {
  expect(challenge('CUSTOM_CHALLENGE').promptText({ USERNAME: 'u', question: '2 + 3?' })).toContain(
    'question: 2 + 3?',
  )
  const options = { CREDENTIAL_REQUEST_OPTIONS: '{"rpId":"auth.example.com","challenge":"AAAA"}' }
  expect(challenge('WEB_AUTHN').promptText(options)).toContain('auth.example.com')
  expect(challenge('WEB_AUTHN').promptText({ CREDENTIAL_REQUEST_OPTIONS: '{' })).not.toContain('{')
  const credential = JSON.stringify({ id: 'x', response: { signature: 's' } })
  expect(validationError('WEB_AUTHN', 'CREDENTIAL', credential)).toBeUndefined()
  expect(validationError('WEB_AUTHN', 'CREDENTIAL', 'null')).toBeDefined()
})
