import { expect, it } from 'vitest'
import { preview, type PreviewInput } from './preview.ts'

const input: PreviewInput = {
  flow: 'USER_PASSWORD_AUTH',
  clientId: '1example23456789',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientHasSecret: false,
  inputs: { USERNAME: 'ana' },
  filled: ['PASSWORD'],
  clientMetadata: {},
  analyticsEndpointId: '',
  ipAddress: '',
  hasEncodedData: false,
  hasSession: false,
}

const remarks = (change: Partial<PreviewInput>) =>
  preview({ ...input, ...change }).checks.map(({ field, level }) => `${level} ${field}`)

it('shows the request as it would be sent, with words in place of secrets', () => {
  expect(preview(input)).toEqual({
    operation: 'InitiateAuth',
    input: {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: '1example23456789',
      AuthParameters: { USERNAME: 'ana', PASSWORD: '‹password›' },
    },
    checks: [],
  })
})

it('shows what is computed on send, and not the password that an SRP flow keeps', () => {
  const { input: shown } = preview({ ...input, flow: 'USER_SRP_AUTH', clientHasSecret: true })
  expect(shown['AuthParameters']).toEqual({
    USERNAME: 'ana',
    SRP_A: '‹computed on send›',
    SECRET_HASH: '‹computed on send›',
  })
})

it('shows every other input once it is filled in', () => {
  const { input: shown } = preview({
    ...input,
    inputs: { USERNAME: 'ana', EXTRA: 'x' },
    clientMetadata: { a: 'b' },
    analyticsEndpointId: 'id',
    ipAddress: '192.0.2.1',
    hasEncodedData: true,
    hasSession: true,
  })
  expect(shown).toMatchObject({
    AuthParameters: { EXTRA: 'x' },
    ClientMetadata: { a: 'b' },
    AnalyticsMetadata: { AnalyticsEndpointId: 'id' },
    UserContextData: { IpAddress: '192.0.2.1', EncodedData: '‹context data›' },
    Session: '‹session›',
  })
})

it('says what is missing', () => {
  expect(remarks({ inputs: {}, filled: [] })).toEqual(['missing USERNAME', 'missing PASSWORD'])
  expect(remarks({ clientId: '' })).toEqual(['missing ClientId'])
  expect(remarks({ flow: 'USER_SRP_AUTH', userPoolId: '' })).toEqual(['missing UserPoolId'])
  expect(remarks({ flow: 'REFRESH_TOKEN_AUTH', inputs: {}, filled: [] })).toEqual([
    'missing REFRESH_TOKEN',
  ])
})

it('says what Cognito would refuse', () => {
  expect(remarks({ inputs: { USERNAME: 'with space' } })).toEqual(['refused USERNAME'])
  expect(remarks({ clientId: 'has-dash' })).toEqual(['refused ClientId'])
})

it('a refresh with a client secret needs the real username for the hash', () => {
  const refresh = { flow: 'REFRESH_TOKEN_AUTH', filled: ['REFRESH_TOKEN'], clientHasSecret: true }
  expect(remarks({ ...refresh, inputs: {} })).toEqual(['refused USERNAME'])
  expect(remarks({ ...refresh, inputs: { USERNAME: 'sub-1' } })).toEqual([])
})

it('says where ClientMetadata goes, and that IpAddress needs a client secret', () => {
  expect(remarks({ clientMetadata: { a: 'b' }, ipAddress: '192.0.2.1' })).toEqual([
    'note ClientMetadata',
    'note IpAddress',
  ])
})

it('reports a missing username once, even when a client secret needs it too', () => {
  expect(remarks({ inputs: {}, clientHasSecret: true })).toEqual(['missing USERNAME'])
})

it('shows no computed value for SRP_A when it is typed', () => {
  const { input: shown } = preview({
    ...input,
    flow: 'USER_SRP_AUTH',
    inputs: { USERNAME: 'ana', SRP_A: 'abc' },
  })
  expect(shown['AuthParameters']).toEqual({ USERNAME: 'ana', SRP_A: 'abc' })
})

it('sends a flow that the catalogue does not describe as it is', () => {
  expect(preview({ ...input, flow: 'NEW_AUTH' }).input).toMatchObject({
    AuthFlow: 'NEW_AUTH',
    AuthParameters: { USERNAME: 'ana' },
  })
})

it('an administrator’s call is shown as such, and incomplete ContextData is refused', () => {
  const asAdmin = { ServerName: 'shop.example', ServerPath: '', HttpHeaders: {} }
  const shown = preview({ ...input, flow: 'ADMIN_USER_PASSWORD_AUTH', asAdmin })
  expect(shown.operation).toBe('AdminInitiateAuth')
  expect(shown.input).toMatchObject({
    UserPoolId: input.userPoolId,
    ContextData: { ServerName: 'shop.example' },
  })
  expect(shown.checks).toEqual([
    {
      level: 'refused',
      field: 'ContextData',
      text: 'ContextData needs all of its members; IpAddress, ServerPath, HttpHeaders are missing.',
    },
  ])
})

it('names each input that the operation in place of InitiateAuth has no member for', () => {
  const refresh = { flow: 'GetTokensFromRefreshToken', inputs: {}, filled: ['REFRESH_TOKEN'] }
  expect(remarks(refresh)).toEqual([])
  expect(remarks({ ...refresh, analyticsEndpointId: 'e' })).toEqual(['note AnalyticsMetadata'])
  expect(remarks({ ...refresh, ipAddress: '192.0.2.1' })).toEqual(['note UserContextData'])
  expect(remarks({ ...refresh, hasEncodedData: true })).toEqual(['note UserContextData'])
  expect(remarks({ ...refresh, hasSession: true })).toEqual(['note Session'])
})

it('presents the known device, under the name that the operation has for its key', () => {
  const shown = (change: Partial<PreviewInput>) =>
    preview({ ...input, deviceKey: 'us-east-1_device', ...change }).input
  expect(shown({})).toMatchObject({ AuthParameters: { DEVICE_KEY: 'us-east-1_device' } })
  const refresh = { flow: 'GetTokensFromRefreshToken', filled: ['REFRESH_TOKEN'] }
  expect(shown(refresh)).toMatchObject({ DeviceKey: 'us-east-1_device' })
  // Devices are of users who sign in, not of administrators.
  const asAdmin = { ServerName: '', ServerPath: '', HttpHeaders: {} }
  expect(shown({ flow: 'ADMIN_USER_PASSWORD_AUTH', asAdmin })).toMatchObject({
    AuthParameters: { USERNAME: 'ana', PASSWORD: '‹password›' },
  })
  expect(JSON.stringify(shown({ flow: 'ADMIN_USER_PASSWORD_AUTH', asAdmin }))).not.toContain(
    'device',
  )
})
