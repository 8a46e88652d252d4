import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { diagnose } from './diagnose.ts'

const answeredWith = (Status: string) =>
  [
    { type: 'started', at: 0, flow: 'USER_PASSWORD_AUTH', username: 'ana' },
    { type: 'sent', at: 1, step: 1, operation: 'VerifySoftwareToken', by: 'application' },
    {
      type: 'answered',
      at: 2,
      step: 1,
      durationMs: 1,
      answer: { kind: 'accepted', values: { Status } },
    },
  ] as unknown as readonly TraceEvent[]

it('says that a code was refused when VerifySoftwareToken succeeds with Status ERROR', () => {
  const [cause] = diagnose(answeredWith('ERROR'))
  expect([cause?.code, cause?.verdict]).toEqual(['AS2304', 'proved'])
  expect(cause?.evidence).toMatchObject([{ member: 'Status', actual: 'ERROR' }])
})

it('finds nothing amiss in Status SUCCESS', () => {
  expect(diagnose(answeredWith('SUCCESS'))).toEqual([])
})
