// What the operations refuse of pools and app clients, the configuration file is refused with.
import { expect, it } from 'vitest'
import { ConfigurationError, readConfiguration } from './read-configuration.ts'

const user = { username: 'u', password: 'p' }
const refused = (pool: object, client: object = {}) => {
  const clients = [{ name: 'app', id: 'app', ...client }]
  try {
    readConfiguration({ pools: [{ id: 'us-east-1_A', clients, users: [user], ...pool }] })
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  return 'accepted'
}

it.each([
  [
    { aliasAttributes: ['email'], usernameAttributes: ['email'] },
    'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
  ],
  [
    { attributesRequireVerificationBeforeUpdate: ['email'] },
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  ],
  [
    { accountRecovery: ['admin_only', 'verified_email'] },
    'Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
  ],
  [
    { accountRecovery: ['verified_email', 'verified_email'] },
    'Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
  ],
  [
    { lambdaArns: { PreSignUp: 'arn:aws:lambda:eu-west-1:000000000000:function:f' } },
    'Cross-region lambda functions are not supported',
  ],
  [{ acrNames: { level1: 'same', level2: 'same' } }, 'The names of the ACR levels must differ.'],
])('a pool of %o', (settings, text) => {
  expect(refused(settings)).toContain(`at pools[0] is refused: ${text}`)
})

const secret = 'practicesecretthatguardsnothing'
it.each([
  [
    { explicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'], secret },
    'ALLOW_CLIENT_TOKEN_AUTH cannot be combined with other authentication flows.',
  ],
  [
    { explicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
    'ALLOW_CLIENT_TOKEN_AUTH needs a client secret.',
  ],
  [
    { accessTokenValidity: 7200, refreshTokenValidity: 3600 },
    'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
  ],
  [
    { readAttributes: ['custom:none'] },
    'Invalid read attributes specified while creating a client',
  ],
  [{ writeAttributes: ['sub'] }, 'Invalid write attributes specified while creating a client'],
])('a client of %o', (settings, text) => {
  expect(refused({}, settings)).toContain(`at pools[0].clients[0] is refused: ${text}`)
})
