// The tier of a pool of the configuration file; of the operations, conformance/exchanges tells.
import { expect, it } from 'vitest'
import { ConfigurationError, readConfiguration } from './read-configuration.ts'

const refused = (pool: object, client: object = {}) => {
  const clients = [{ name: 'app', id: 'app', ...client }]
  const users = [{ username: 'u', password: 'p' }]
  try {
    readConfiguration({ pools: [{ id: 'us-east-1_A', tier: 'LITE', clients, users, ...pool }] })
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  return 'accepted'
}
const text = (path: string, feature: string) =>
  `The practice pool's configuration at ${path} is refused: The following features need to be ` +
  `disabled for the LITE pricing tier configured: ${feature}.`

it.each([
  [{ sessions: { isTracked: true } }, 'Session Management'],
  [{ acrNames: { level1: 'low' } }, 'Custom ACR Level Names'],
  [{ passwordPolicy: { passwordHistorySize: 1 } }, 'Password History'],
  [{ replica: { region: 'eu-west-1' } }, 'Multi-Region Replication'],
  [{ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] }, 'Passwordless Sign-In'],
  [{ mfaMethods: ['EMAIL_OTP'] }, 'Email MFA'],
  [
    { preTokenGenerationVersion: 'V2_0' },
    'Token Customization with Pre-Token Generation Lambda V2_0',
  ],
  [
    { webAuthnConfiguration: { factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } },
    'Passkey MFA',
  ],
])('the file is refused in Lite with %o', (settings, feature) => {
  expect(refused(settings)).toBe(text('pools[0]', feature))
  expect(refused({ ...settings, tier: 'ESSENTIALS' })).toBe('accepted')
})

it.each([
  [{ explicitAuthFlows: ['ALLOW_USER_AUTH'] }, 'Choice-Based Sign-In'],
  [
    { refreshTokenRotation: {}, explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] },
    'Refresh Token Rotation',
  ],
])('the file is refused in Lite with a client of %o', (settings, feature) => {
  expect(refused({}, settings)).toBe(text('pools[0].clients[0]', feature))
  expect(refused({ tier: 'ESSENTIALS' }, settings)).toBe('accepted')
})
