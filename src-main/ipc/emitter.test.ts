import { expect, it, vi } from 'vitest'
import type { ContractEvent } from '#contract/events.ts'
import { createEmitter } from './emitter.ts'
import { emitterOnDemand } from './emitter-on-demand.ts'

const canary = 'hunter2-canary'

function emitter() {
  const sent: ContractEvent[] = []
  const lines: string[] = []
  const emit = createEmitter(
    (event) => sent.push(event),
    (line) => lines.push(line),
  )
  return { emit, lines, sent }
}

const answered = (more: object) =>
  ({
    type: 'run.event',
    runId: 'r1',
    event: {
      type: 'answered',
      at: 1,
      step: 1,
      answer: { kind: 'failed', code: 'timeout', message: 'Timed out.', ...more },
    },
  }) as ContractEvent

it('an event of the contract reaches the window as it is', () => {
  const { emit, lines, sent } = emitter()
  emit(answered({}))
  expect(sent).toEqual([answered({})])
  expect(lines).toEqual([])
})

it('what the contract does not name stays in the main process', () => {
  const { emit, sent } = emitter()
  emit(answered({ password: canary }))
  expect(sent).toEqual([answered({})])
})

it('an event of another shape is not sent, and neither log nor window repeat its values', () => {
  const { emit, lines, sent } = emitter()
  emit(answered({ code: [canary] }))
  expect(sent).toEqual([
    { type: 'notice', text: 'The window lacks a run.event event. The log says where.' },
  ])
  expect(lines.join()).toContain('"event","answer","code"')
  expect(JSON.stringify([sent, lines])).not.toContain(canary)
})

it('events that come before their schemas are loaded reach the window in their order, checked', async () => {
  const sent: ContractEvent[] = []
  const emit = emitterOnDemand(
    (event) => sent.push(event),
    () => undefined,
  )
  emit(answered({ password: canary }))
  emit({ type: 'notice', text: 'second' })
  expect(sent).toEqual([])
  await vi.waitFor(() => {
    expect(sent).toHaveLength(2)
  })
  emit({ type: 'notice', text: 'third' })
  expect(sent).toEqual([
    answered({}),
    { type: 'notice', text: 'second' },
    { type: 'notice', text: 'third' },
  ])
})
