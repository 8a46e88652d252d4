import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { diagnose } from './diagnose.ts'

const refused = (operation: string, member: string) =>
  diagnose([
    { type: 'started', at: 0, flow: operation, username: '' },
    { type: 'sent', at: 1, step: 1, operation, by: 'person' },
    {
      type: 'answered',
      at: 2,
      step: 1,
      durationMs: 1,
      answer: {
        kind: 'refused',
        error: 'InvalidParameterException',
        message: `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
        status: 400,
      },
    },
  ] as unknown as readonly TraceEvent[]).find(({ code }) => code === 'AS2206')

it('GetClientToken without a secret is explained by the app client, not by a limit of the value', () => {
  const cause = refused('GetClientToken', 'secret')
  expect(cause?.title).toBe(
    'GetClientToken needs an app client with a secret, and no secret was sent',
  )
  expect(cause?.next).toContainEqual(
    expect.objectContaining({ action: { do: 'edit profile', field: 'clientSecret' } }),
  )
})

it('a member that is required and was not sent is called missing', () => {
  expect(refused('SignUp', 'username')?.title).toBe(
    'username is required, and is missing from the request',
  )
})
