import { expect, it } from 'vitest'
import type { SendOperation } from '#main/http/send-operation.ts'
import { readSettings } from './read-settings.ts'

const of = { userPoolId: 'eu-central-1_Pool1', clientId: 'client1', username: 'ada' }
const destination = { region: 'eu-central-1', credentials: { kind: 'practice' } } as const

/** A service with these answers; what it has none for it refuses. */
const serviceWith =
  (members: Readonly<Record<string, object>>): SendOperation =>
  ({ operation }) => {
    const found = members[operation]
    const refused = {
      kind: 'refused',
      error: 'AccessDeniedException',
      message: `no ${operation}`,
      status: 400,
    } as const
    const answer = found ? { kind: 'accepted', members: found, values: {} } : refused
    return Promise.resolve({ answer, attempts: [], durationMs: 1 } as never)
  }

it('reads what a policy allows, and says which calls were refused', async () => {
  const send = serviceWith({
    DescribeUserPoolClient: { UserPoolClient: { ClientId: 'client1', ClientSecret: 'canary' } },
  })
  const settings = await readSettings(of, send, destination, { timeoutMs: 1000 })
  expect(settings.client).toEqual({ ClientId: 'client1' })
  expect(settings.hasSecret).toBe(true)
  expect(JSON.stringify(settings)).not.toContain('canary')
  expect(settings).not.toHaveProperty('user')
  expect(settings.refused).toEqual(
    ['DescribeUserPool', 'GetUserPoolMfaConfig', 'AdminGetUser'].map((operation) => ({
      operation,
      message: `AccessDeniedException: no ${operation}`,
    })),
  )
})

it('says what failed where nothing could be read', async () => {
  const send: SendOperation = () =>
    Promise.resolve({
      answer: { kind: 'failed', code: 'timeout', message: 'No answer within 1 s.' },
      attempts: [],
      durationMs: 1000,
    } as never)
  const { refused, ...settings } = await readSettings(of, send, destination, { timeoutMs: 1000 })
  expect(settings).toEqual({})
  expect(refused).toHaveLength(4)
  expect(refused[0]?.message).toBe('No answer within 1 s.')
})
