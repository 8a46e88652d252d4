import { expect, it } from 'vitest'
import { reveal, Secret } from '../secret/secret.ts'
import type { Ports } from './ports.ts'
import { srpKeyPair } from '../srp/client.ts'
import { modPowBigInt } from '../srp/modular-exponentiation.ts'
import roundTrip from '../vectors/srp-roundtrip-self.json' with { type: 'json' }
import totp from '../vectors/totp.json' with { type: 'json' }
import { challenges } from './challenges/index.ts'
import type { AnswerContext } from './define-challenge.ts'
import { flows } from './flows/index.ts'

const ports: Ports = {
  modPow: modPowBigInt,
  randomBytes: (length) => new Uint8Array(length).fill(9),
  now: () => Date.parse(timestampAsIso(roundTrip.TIMESTAMP)),
}

function timestampAsIso(timestamp: string): string {
  const [, month = '', day = '', time = '', , year = ''] = timestamp.split(' ')
  const number = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').indexOf(month) + 1
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`
}

const pair = srpKeyPair(Uint8Array.from(Buffer.from(roundTrip.a_hex, 'hex')), modPowBigInt)

const verifier: AnswerContext = {
  client: { userPoolId: `eu-west-1_${roundTrip.poolName}`, clientId: 'client1' },
  ports,
  parameters: {
    SALT: roundTrip.SALT,
    SRP_B: roundTrip.SRP_B,
    SECRET_BLOCK: roundTrip.SECRET_BLOCK,
  },
  username: roundTrip.USER_ID_FOR_SRP,
  known: { password: Secret.of('password', roundTrip.password) },
  srp: pair,
}

const answer = (name: string, context: AnswerContext) => {
  const computed = challenges.get(name)?.automatic?.answer(context)
  if (!computed) throw new Error(`${name} has no automatic answer`)
  return computed
}

const fieldsOf = (name: string, parameters: Record<string, string>) =>
  challenges.get(name)?.fields(parameters) ?? []

it('computes the proof of the recorded exchange, byte for byte', async () => {
  const computed = await answer('PASSWORD_VERIFIER', verifier)
  if ('missing' in computed) throw new Error(computed.missing)
  const { PASSWORD_CLAIM_SECRET_BLOCK, PASSWORD_CLAIM_SIGNATURE, TIMESTAMP } = computed.values
  expect(TIMESTAMP).toBe(roundTrip.TIMESTAMP)
  expect(reveal(PASSWORD_CLAIM_SIGNATURE as Secret)).toBe(roundTrip.PASSWORD_CLAIM_SIGNATURE)
  expect(reveal(PASSWORD_CLAIM_SECRET_BLOCK as Secret)).toBe(roundTrip.SECRET_BLOCK)
  expect(computed.shown.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['salt', 'B', 'u', 'x', 'S', 'K', 'TIMESTAMP', 'signature']),
  )
})

it('signs a secret block that is not base64 as the text that it is, and names it', async () => {
  const SECRET_BLOCK = 'f3b5a1de-6c1e-4a0b-9c55-0a2b7d9e1f00'
  const computed = await answer('PASSWORD_VERIFIER', {
    ...verifier,
    parameters: { ...verifier.parameters, SECRET_BLOCK },
  })
  if ('missing' in computed) throw new Error(computed.missing)
  const { PASSWORD_CLAIM_SECRET_BLOCK, PASSWORD_CLAIM_SIGNATURE } = computed.values
  expect(reveal(PASSWORD_CLAIM_SECRET_BLOCK as Secret)).toBe(SECRET_BLOCK)
  expect(reveal(PASSWORD_CLAIM_SIGNATURE as Secret)).toMatch(/^[\w+/]{43}=$/)
  const shown = computed.shown.find(({ name }) => name === 'SECRET_BLOCK')
  expect(shown?.note).toContain('the server is an emulator')
})

it('shows no value from which the password could be guessed', async () => {
  const computed = await answer('PASSWORD_VERIFIER', verifier)
  if ('missing' in computed) throw new Error(computed.missing)
  for (const { name, value } of computed.shown)
    expect(value instanceof Secret, name).toBe(['x', 'S', 'K', 'signature'].includes(name))
})

it.each([
  ['without SRP_B', { parameters: { SALT: 'aa', SECRET_BLOCK: 'AA==' } }],
  ['with SALT that is not hex', { parameters: { ...verifier.parameters, SALT: 'xyz' } }],
  ['with SRP_B = 0', { parameters: { ...verifier.parameters, SRP_B: '00' } }],
  ['without the password', { known: {} }],
  ['without the pool ID', { client: { userPoolId: '', clientId: 'c' } }],
])(
  'names the missing value %s instead of throwing or sending a wrong proof',
  async (_how, change) => {
    const computed = await answer('PASSWORD_VERIFIER', { ...verifier, ...change })
    expect(computed).toHaveProperty('missing')
  },
)

it('computes no proof when SRP_A was entered manually', async () => {
  const { srp: _none, ...rest } = verifier
  expect(await answer('PASSWORD_VERIFIER', rest)).toHaveProperty('missing')
})

it('answers SOFTWARE_TOKEN_MFA with the RFC 6238 code for the port’s time', async () => {
  for (const { unix, code6 } of totp.cases) {
    const computed = await answer('SOFTWARE_TOKEN_MFA', {
      ...verifier,
      ports: { ...ports, now: () => unix * 1000 },
      known: { totpSecret: Secret.of('totp secret', totp.secret_base32) },
    })
    if ('missing' in computed) throw new Error(computed.missing)
    expect(reveal(computed.values['SOFTWARE_TOKEN_MFA_CODE'] as Secret)).toBe(code6)
  }
})

it('says that a saved TOTP secret is missing or is not base32', async () => {
  expect(await answer('SOFTWARE_TOKEN_MFA', { ...verifier, known: {} })).toHaveProperty('missing')
  const broken = { totpSecret: Secret.of('totp secret', 'not base32!') }
  expect(await answer('SOFTWARE_TOKEN_MFA', { ...verifier, known: broken })).toHaveProperty(
    'missing',
  )
})

it('asks for exactly the attributes that Cognito requires, under their wire names', () => {
  const fields = fieldsOf('NEW_PASSWORD_REQUIRED', {
    requiredAttributes: '["userAttributes.given_name","email"]',
    userAttributes: '{"phone_number":"+49151","email_verified":"true"}',
  })
  expect(fields.map(({ name }) => name)).toEqual([
    'NEW_PASSWORD',
    'userAttributes.given_name',
    'userAttributes.email',
  ])
  expect(fields.map(({ label }) => label)).toEqual(['New password', 'given_name', 'email'])
})

it.each(['', 'not json', '{"a":1}', '[1,null,{}]', '[]'])(
  'still asks for the password when requiredAttributes is %j',
  (requiredAttributes) => {
    const fields = fieldsOf('NEW_PASSWORD_REQUIRED', { requiredAttributes })
    expect(fields.map(({ name }) => name)).toEqual(['NEW_PASSWORD'])
  },
)

it('offers the factors of MFAS_CAN_CHOOSE, including an unknown one', () => {
  const [field] = fieldsOf('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","RETINA"]' })
  expect(field?.choices).toEqual([
    { value: 'SMS_MFA', label: 'Text message' },
    { value: 'RETINA', label: 'RETINA' },
  ])
})

it('says where a code was sent, as far as Cognito tells', () => {
  const promptText = challenges.get('SMS_MFA')?.promptText
  expect(promptText?.({ CODE_DELIVERY_DESTINATION: '+*******42' })).toContain('+*******42')
  expect(promptText?.({})).not.toContain('undefined')
})

it('reports what Cognito would refuse, and nothing else', () => {
  const validationError = (challenge: string, name: string, value: string) =>
    fieldsOf(challenge, {})
      .find((field) => field.name === name)
      ?.validationError?.(value)
  expect(validationError('SMS_MFA', 'SMS_MFA_CODE', '12345')).toBeDefined()
  expect(validationError('SMS_MFA', 'SMS_MFA_CODE', '012345')).toBeUndefined()
  expect(validationError('NEW_PASSWORD_REQUIRED', 'NEW_PASSWORD', 'with space')).toBeDefined()
  expect(
    validationError('PASSWORD_VERIFIER', 'TIMESTAMP', 'Tue Jan 1 06:06:09 UTC 2019'),
  ).toBeUndefined()
  expect(
    validationError('PASSWORD_VERIFIER', 'TIMESTAMP', 'Tue Jan 01 06:06:09 UTC 2019'),
  ).toBeDefined()
})

it('USER_SRP_AUTH sends A and never the password', () => {
  const computed = flows.get('USER_SRP_AUTH')?.parameters({
    client: verifier.client,
    ports,
    inputs: { USERNAME: 'ana', PASSWORD: Secret.of('password', 'p') },
  })
  if (!computed || 'missing' in computed) throw new Error('nothing was made')
  expect(Object.keys(computed.values)).toEqual(['USERNAME', 'SRP_A'])
  expect(computed.values['SRP_A']).toBe(computed.srp?.A.toString(16))
  expect(computed.shown.find(({ name }) => name === 'a')?.value).toBeInstanceOf(Secret)
})

it('a refresh sends the token, and not the username that only the hash needs', () => {
  const computed = flows.get('REFRESH_TOKEN')?.parameters({
    client: verifier.client,
    ports,
    inputs: { USERNAME: 'ana', REFRESH_TOKEN: Secret.of('refresh token', 'r') },
  })
  if (!computed || 'missing' in computed) throw new Error('nothing was made')
  expect(Object.keys(computed.values)).toEqual(['REFRESH_TOKEN'])
})
