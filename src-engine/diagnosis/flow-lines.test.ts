import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { diagnose } from './diagnose.ts'

const target = { profileName: '', region: 'eu-west-1', endpoint: '', clientId: '', userPoolId: '' }
const events = [
  {
    type: 'started',
    at: 0,
    flow: 'USER_PASSWORD_AUTH',
    username: 'ana',
    target: { ...target, practice: false },
  },
  { type: 'sent', at: 1, step: 1, operation: 'InitiateAuth', by: 'person' },
  {
    type: 'answered',
    at: 2,
    step: 1,
    durationMs: 1,
    answer: {
      kind: 'refused',
      status: 400,
      error: 'InvalidParameterException',
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    },
  },
] as unknown as readonly TraceEvent[]

it('keeps the flows that are on in every line that replaces the list of flows', () => {
  const [cause] = diagnose(events)
  expect(cause?.code).toBe('AS1002')
  const lines = cause?.next.filter(({ kind }) => /cdk|cloudformation|terraform/.test(kind)) ?? []
  expect(lines.map(({ kind }) => kind)).toEqual(['cdk', 'cloudformation', 'terraform'])
  for (const { safety, text } of lines) {
    expect(text).toContain('<the others>')
    expect(safety).toBe('fill in')
  }
})

it('names the one flow of an app client that gets tokens for itself', () => {
  const own = events.map((event) =>
    event.type === 'sent'
      ? { ...event, operation: 'GetClientToken' }
      : event.type === 'answered' && event.answer.kind === 'refused'
        ? {
            ...event,
            answer: { ...event.answer, message: 'Auth flow not enabled for this client' },
          }
        : event,
  )
  const [cause] = diagnose(own)
  expect(cause?.code).toBe('AS1002')
  const lines = cause?.next.filter(({ kind }) => kind === 'terraform').map(({ text }) => text)
  expect(lines).toEqual(['explicit_auth_flows = ["ALLOW_CLIENT_TOKEN_AUTH"]'])
  expect(JSON.stringify(cause?.next)).not.toMatch(/ALLOW_GetClientToken|Try USER_/)
})
