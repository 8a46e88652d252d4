import { expect, test } from 'vitest'
import { reveal, Secret } from '../secret/secret.ts'
import { secretHash } from '../secret-hash/secret-hash.ts'
import { operationPreview } from './operation-preview.ts'
import { operationRequest } from './operation-request.ts'
import { accountOperations } from './operations/index.ts'

const clientSecret = Secret.of('client secret', 'a'.repeat(30))
const client = { userPoolId: 'us-east-1_Pool', clientId: 'client1', clientSecret }
const operation = (name: string) => accountOperations.get(name)!
const token = Secret.of('access token', 'a.b.c')

test('SecretHash is computed over the Username that is sent', () => {
  const { input } = operationRequest(operation('SignUp'), client, {
    inputs: { Username: 'alias@example.com', 'UserAttributes.email': 'alias@example.com' },
  })
  expect(reveal(input['SecretHash'] as Secret)).toBe(
    reveal(secretHash(clientSecret, 'alias@example.com', 'client1')),
  )
  expect(input).toMatchObject({
    ClientId: 'client1',
    Username: 'alias@example.com',
    UserAttributes: [{ Name: 'email', Value: 'alias@example.com' }],
  })
  expect(input).not.toHaveProperty('ValidationData')
  expect(input).not.toHaveProperty('ClientMetadata')
})

test.each(['RevokeToken', 'GetTokensFromRefreshToken'])(
  '%s sends the client secret itself instead of a hash',
  (name) => {
    const { input } = operationRequest(operation(name), client, { inputs: {} })
    expect(input).toEqual({ ClientId: 'client1', ClientSecret: clientSecret })
  },
)

test('GetClientToken sends id and secret of the app client, and the scopes that are named', () => {
  const { input } = operationRequest(operation('GetClientToken'), client, {
    inputs: { Scopes: 'api/read api/write' },
  })
  const Scopes = ['api/read', 'api/write']
  expect(input).toEqual({ ClientId: 'client1', Secret: clientSecret, Scopes })
})

test('a session is sent without the token, since Cognito refuses both together', () => {
  const inputs = { AccessToken: token, Session: Secret.of('session', 's'.repeat(30)) }
  const { input } = operationRequest(operation('AssociateSoftwareToken'), client, { inputs })
  expect(Object.keys(input)).toEqual(['Session'])
})

test('switches and numbers keep their types, and an unset switch is not sent', () => {
  const preference = operationRequest(operation('SetUserMFAPreference'), client, {
    inputs: {
      AccessToken: token,
      'SMSMfaSettings.Enabled': 'true',
      'SMSMfaSettings.PreferredMfa': 'false',
      'EmailMfaSettings.Enabled': '',
    },
  })
  expect(preference.input).toEqual({
    AccessToken: token,
    SMSMfaSettings: { Enabled: true, PreferredMfa: false },
  })
  const list = operationRequest(operation('ListDevices'), client, {
    inputs: { AccessToken: token, Limit: '5' },
  })
  expect(list.input['Limit']).toBe(5)
})

test('names are sent as a list, and a document keeps its shape and hides its signature', () => {
  const names = operationRequest(operation('DeleteUserAttributes'), client, {
    inputs: { UserAttributeNames: 'custom:team,  phone_number' },
  })
  expect(names.input['UserAttributeNames']).toEqual(['custom:team', 'phone_number'])
  const text = JSON.stringify({
    type: 'public-key',
    response: { attestationObject: 'o'.repeat(40) },
  })
  const { input } = operationRequest(operation('CompleteWebAuthnRegistration'), client, {
    inputs: { AccessToken: token, Credential: Secret.of('signature', text) },
  })
  expect(input['Credential']).toMatchObject({ type: 'public-key' })
  expect(JSON.stringify(input)).not.toContain('ooo')
})

test('the preview contains no secret, and says what is missing', () => {
  const shown = operationPreview(operation('ConfirmSignUp'), {
    clientId: 'client1',
    userPoolId: '',
    clientHasSecret: true,
    inputs: { Username: 'new user' },
    filled: ['Session'],
    clientMetadata: { a: 'b' },
  })
  expect(shown.input).toMatchObject({ SecretHash: '‹computed on send›', Session: '‹session›' })
  expect(shown.checks.map(({ field, level }) => `${level} ${field}`)).toEqual([
    'refused Username',
    'missing ConfirmationCode',
    'note ClientMetadata',
  ])
})
