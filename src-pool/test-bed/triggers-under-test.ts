import type { PoolInput } from '../configuration/configuration.ts'
import { poolUnderTest, type PoolUnderTest } from './pool-under-test.ts'
import { triggers } from '../triggers/index.ts'
import type { TriggerExecution } from '../triggers/trigger-execution.ts'

/** The id of the pool in {@link triggersUnderTest}, and the password of its users. */
export const poolId = 'us-east-1_Triggers'
export const password = 'Practice-Password-1!'

/** A function that lets everything be as it is, and one that throws. */
export const pass = 'exports.handler = async (event) => event'
export const throwing = "exports.handler = async () => { throw new Error('not today') }"

/** A function that gives its response these members. */
export const answering = (members: string): string =>
  `exports.handler = (event) => { Object.assign(event.response, ${members}); return event }`

/** Every trigger but the two that take CustomMessage's place, all letting everything pass. */
export const allPass: Readonly<Record<string, string>> = Object.fromEntries(
  triggers
    .filter(({ name }) => name !== 'CustomEmailSender' && name !== 'CustomSMSSender')
    .map(({ name }) => [name, pass]),
)

/** A pool with triggers, and what ran. */
export interface TriggersUnderTest extends PoolUnderTest {
  readonly runs: TriggerExecution[]
  /** The triggerSource of each run. */
  readonly order: () => readonly string[]
  /** `request` of the first event with a triggerSource. */
  readonly requestOf: (source: string) => Readonly<Record<string, unknown>> | undefined
}

/** Sets up a pool with these sources; client `app` tells of unknown users, `hiding` does not. */
export function triggersUnderTest(
  sources: NonNullable<PoolInput['triggers']>,
  more: Partial<PoolInput> = {},
): TriggersUnderTest {
  const test = poolUnderTest({
    pools: [
      {
        id: poolId,
        triggers: sources,
        autoVerifiedAttributes: ['email'],
        clients: [
          {
            name: 'app',
            id: 'app',
            explicitAuthFlows: [
              'ALLOW_USER_PASSWORD_AUTH',
              'ALLOW_USER_SRP_AUTH',
              'ALLOW_USER_AUTH',
              'ALLOW_CUSTOM_AUTH',
              'ALLOW_REFRESH_TOKEN_AUTH',
            ],
          },
          {
            name: 'hiding',
            id: 'hiding',
            explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_CUSTOM_AUTH'],
            preventUserExistenceErrors: 'ENABLED',
          },
        ],
        users: [
          { username: 'ann', password, groups: ['staff'], attributes: { name: 'Ann' } },
          { username: 'new', password, status: 'FORCE_CHANGE_PASSWORD' },
          {
            username: 'sms',
            password,
            attributes: { phone_number: '+15550001111' },
            userMfaSettingList: ['SMS_MFA'],
          },
        ],
        ...more,
      },
    ],
  })
  const runs: TriggerExecution[] = []
  test.pool.subscribe((event) => {
    if (event.kind === 'trigger') runs.push(event.run)
  })
  return {
    ...test,
    runs,
    order: () => runs.map(({ triggerSource }) => triggerSource),
    requestOf: (source) =>
      runs.find(({ triggerSource }) => triggerSource === source)?.event['request'] as
        | Readonly<Record<string, unknown>>
        | undefined,
  }
}

/** The input of a CUSTOM_AUTH. */
export const customAuth = (ClientId = 'app', USERNAME = 'ann') => ({
  AuthFlow: 'CUSTOM_AUTH',
  ClientId,
  AuthParameters: { USERNAME },
})

/** The input of a sign-up of bob. */
export const signUp = (more: object = {}) => ({
  ClientId: 'app',
  Username: 'bob',
  Password: password,
  UserAttributes: [{ Name: 'email', Value: 'bob@example.com' }],
  ...more,
})
