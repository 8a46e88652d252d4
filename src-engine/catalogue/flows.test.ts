import { expect, it } from 'vitest'
import { Secret } from '../secret/secret.ts'
import type { Ports } from './ports.ts'
import type { WireValues } from '../wire/wire-values.ts'
import { preview } from '../sign-in/preview.ts'
import { modPowBigInt } from '../srp/modular-exponentiation.ts'
import { activeFields } from './field.ts'
import { flows } from './flows/index.ts'

const client = { userPoolId: 'eu-west-1_Pool', clientId: 'client1' }
const ports: Ports = {
  modPow: modPowBigInt,
  randomBytes: (length) => new Uint8Array(length).fill(9),
  now: () => 0,
}
const password = Secret.of('password', 'p')

function computed(flow: string, inputs: WireValues) {
  const result = flows.get(flow)?.parameters({ client, ports, inputs })
  if (!result) throw new Error(`no flow ${flow}`)
  if ('missing' in result) throw new Error(result.missing)
  return result
}

const sent = (flow: string, inputs: WireValues) => Object.keys(computed(flow, inputs).values)

it.each([
  ['', ['USERNAME', 'PREFERRED_CHALLENGE']],
  ['EMAIL_OTP', ['USERNAME', 'PREFERRED_CHALLENGE']],
  ['PASSWORD', ['USERNAME', 'PREFERRED_CHALLENGE', 'PASSWORD']],
  ['PASSWORD_SRP', ['USERNAME', 'PREFERRED_CHALLENGE', 'SRP_A']],
])('USER_AUTH that prefers “%s” sends the keys of that challenge', (preferred, keys) => {
  const inputs = { USERNAME: 'ana', PREFERRED_CHALLENGE: preferred, PASSWORD: password }
  expect(sent('USER_AUTH', inputs).toSorted()).toEqual(keys.toSorted())
})

it('keeps the a of SRP_A for PASSWORD_VERIFIER', () => {
  const inputs = { USERNAME: 'ana', PREFERRED_CHALLENGE: 'PASSWORD_SRP' }
  const { srp, values } = computed('USER_AUTH', inputs)
  expect(values['SRP_A']).toBe(srp?.A.toString(16))
  expect(computed('CUSTOM_AUTH', { USERNAME: 'ana', CHALLENGE_NAME: 'SRP_A' }).srp).toBeDefined()
})

it('CUSTOM_AUTH sends SRP_A only when it begins with SRP_A, and never the password', () => {
  const inputs = { USERNAME: 'ana', PASSWORD: password }
  expect(sent('CUSTOM_AUTH', inputs)).toEqual(['USERNAME'])
  expect(sent('CUSTOM_AUTH', { ...inputs, CHALLENGE_NAME: 'SRP_A' })).toEqual([
    'USERNAME',
    'CHALLENGE_NAME',
    'SRP_A',
  ])
})

it('asks for each value once, whatever is chosen', () => {
  for (const { fields } of flows.values())
    for (const { choices = [], name } of fields)
      for (const { value } of choices.length > 0 ? choices : [{ value: '' }]) {
        const names = activeFields(fields, { [name]: value }).map((field) => field.name)
        expect(new Set(names).size).toBe(names.length)
      }
})

it('the preview requires and shows a password only for flows that send it', () => {
  const shown = (PREFERRED_CHALLENGE: string) =>
    preview({
      flow: 'USER_AUTH',
      clientId: 'client1',
      userPoolId: 'eu-west-1_Pool',
      clientHasSecret: false,
      inputs: { USERNAME: 'ana', PREFERRED_CHALLENGE },
      filled: [],
      clientMetadata: {},
      analyticsEndpointId: '',
      ipAddress: '',
      hasEncodedData: false,
      hasSession: false,
    })
  expect(shown('').checks).toEqual([])
  expect(shown('').input['AuthParameters']).toEqual({ USERNAME: 'ana' })
  expect(shown('EMAIL_OTP').checks).toEqual([])
  expect(shown('PASSWORD').checks.map(({ field }) => field)).toEqual(['PASSWORD'])
  expect(shown('PASSWORD_SRP').input['AuthParameters']).toMatchObject({
    SRP_A: '‹computed on send›',
  })
})

it('asks for the token of a step-up only, and sends no key that only chooses it', () => {
  const pending = (inputs: Record<string, string>) =>
    activeFields(flows.get('USER_AUTH')?.fields ?? [], inputs).map(({ name }) => name)
  const target = { TARGET_ACR_VALUES: 'urn:cognito:loa:4' }
  expect(pending({ STEP_UP_FROM: 'ACCESS_TOKEN' })).not.toContain('ACCESS_TOKEN')
  expect(pending(target)).not.toContain('ACCESS_TOKEN')
  const stepUp = { ...target, STEP_UP_FROM: 'ACCESS_TOKEN' }
  expect(pending(stepUp)).toEqual(expect.arrayContaining(['ACCESS_TOKEN', 'MAX_AGE']))
  const payload = { acr: 'urn:cognito:loa:1', amr: ['pwd'], token_use: 'access' }
  const ACCESS_TOKEN = [{ alg: 'RS256' }, payload, 'signature']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  const { shown, values } = computed('USER_AUTH', { USERNAME: 'ana', ...stepUp, ACCESS_TOKEN })
  expect(Object.keys(values)).toEqual(['USERNAME', 'TARGET_ACR_VALUES', 'ACCESS_TOKEN'])
  expect(shown).toMatchObject([{ value: 'urn:cognito:loa:1 by pwd' }])
})

it.each(['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'])(
  '%s is explained and not sent, because InitiateAuth always refuses it',
  (flow) => {
    const inputs = { USERNAME: 'ana', PASSWORD: password }
    expect(flows.get(flow)?.parameters({ client, ports, inputs })).toHaveProperty('missing')
    const { checks } = preview({
      flow,
      clientId: 'client1',
      userPoolId: '',
      clientHasSecret: false,
      inputs: { USERNAME: 'ana' },
      filled: ['PASSWORD'],
      clientMetadata: {},
      analyticsEndpointId: '',
      ipAddress: '',
      hasEncodedData: false,
      hasSession: false,
    })
    expect(checks).toMatchObject([{ level: 'refused', field: 'AuthFlow' }])
  },
)
