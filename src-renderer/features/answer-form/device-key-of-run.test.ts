import { expect, it } from 'vitest'
import { timeline } from '#engine/trace/timeline.ts'
import type { TimelineStep } from '#engine/trace/timeline.ts'
import { deviceKeyOfRun } from './device-key-of-run.ts'

const step = (requestBody: string): TimelineStep => {
  const [begun] = timeline([
    { type: 'sent', at: 1, step: 1, operation: 'InitiateAuth', by: 'person' },
  ]).steps
  if (!begun) throw new Error('no step')
  return { ...begun, attempts: [{ requestBody } as TimelineStep['attempts'][number]] }
}
const pending = (parameters: Readonly<Record<string, string>>) => ({
  pending: { parameters } as unknown as NonNullable<TimelineStep['pending']>,
})
const begins = step('{"AuthParameters":{"DEVICE_KEY":"eu-west-1_a"}}')

it('the device is the one that Cognito names, else the one that the run named last', () => {
  const answers = step('{"ChallengeResponses":{"DEVICE_KEY":"eu-west-1_b"}}')
  expect(deviceKeyOfRun({ steps: [begins, answers] }, pending({}))).toBe('eu-west-1_b')
  expect(deviceKeyOfRun({ steps: [begins] }, pending({}))).toBe('eu-west-1_a')
  expect(deviceKeyOfRun({ steps: [begins] }, pending({ DEVICE_KEY: 'eu-west-1_c' }))).toBe(
    'eu-west-1_c',
  )
})

it.each(['', '{', 'null', '[]', '{"AuthParameters":null}', '{"AuthParameters":{"DEVICE_KEY":1}}'])(
  'no device is found in “%s”',
  (body) => {
    expect(deviceKeyOfRun({ steps: [step(body)] }, pending({}))).toBe('')
  },
)
