import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../default-configuration.ts'
import {
  ConfigurationError,
  readConfiguration,
  readConfigurationText,
} from './read-configuration.ts'

const client = { name: 'app', id: 'app' }
const user = { username: 'u', password: 'p' }
const pool = { id: 'us-east-1_Practice1', clients: [client], users: [user] }

function validationError(value: unknown): string {
  try {
    readConfiguration(value)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  return 'accepted'
}

describe('a configuration', () => {
  it('needs no more than pools with clients and users, and fills in what Cognito would', () => {
    const [read] = readConfiguration({ pools: [pool] }).pools
    expect(read?.clients[0]).toMatchObject({
      authSessionValidity: 3,
      accessTokenValidity: 3600,
      preventUserExistenceErrors: 'LEGACY',
      explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    })
    expect(read?.passwordPolicy.minimumLength).toBe(8)
  })

  it('that ships with the application is valid', () => {
    expect(validationError(defaultConfiguration)).toBe('accepted')
  })

  it.each([
    [null, "The practice pool's configuration must be an object, not null."],
    [{ pools: [] }, 'at pools must have at least one pool.'],
    [
      { pools: [{ ...pool, id: 'Practice1' }] },
      'at pools[0].id must look like us-east-1_Practice1.',
    ],
    [
      { pools: [{ ...pool, clients: [{ ...client, id: 'a b' }] }] },
      'at pools[0].clients[0].id must be 1 to 128 letters, digits, _ or +.',
    ],
    [{ pools: [{ ...pool, colour: 'red' }] }, 'at pools[0] is wrong: There is no “colour” here.'],
    [
      { pools: [{ ...pool, mfaMethod: [] }] },
      'at pools[0] is wrong: There is no “mfaMethod” here. Did you mean “mfaMethods”?',
    ],
    [{ pools: [{ ...pool, tier: 'PLUSS' }] }, 'at pools[0].tier is wrong: No such value. Did you'],
    [{ pools: 'one' }, 'at pools must be a list, not a string.'],
    [{ pools: [{ ...pool, users: undefined }] }, 'at pools[0].users is missing.'],
    [{ pools: [pool, pool] }, 'at pools has the ID us-east-1_Practice1 twice.'],
    [
      { pools: [{ ...pool, users: [user, { ...user, username: 'U' }] }] },
      'at pools[0].users has the username u twice.',
    ],
    [
      { pools: [{ ...pool, users: [{ ...user, userMfaSettingList: ['SOFTWARE_TOKEN_MFA'] }] }] },
      'at pools[0].users[0] has SOFTWARE_TOKEN_MFA on but no totpSecret.',
    ],
    [
      { pools: [{ ...pool, users: [{ ...user, totpSecret: 'AAAAAAAAAAAAAAAAB' }] }] },
      'at pools[0].users[0].totpSecret must be whole base32: the bits left over at its end must be zero.',
    ],
  ])('that is wrong is refused in one sentence that names the place: %j', (value, sentence) => {
    expect(validationError(value)).toMatch(sentence)
  })

  it('that is not JSON is refused as such', () => {
    expect(() => readConfigurationText('{ pools')).toThrow(/configuration is not JSON \(/)
  })
})
