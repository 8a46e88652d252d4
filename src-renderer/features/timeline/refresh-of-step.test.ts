import { expect, test } from 'vitest'
import type { OpenAnswer } from '#engine/trace/event.ts'
import type { TimelineStep } from '#engine/trace/timeline.ts'
import { refreshOfStep } from './refresh-of-step.ts'

const step = (number: number, answer: OpenAnswer): TimelineStep => ({
  number,
  answer,
  at: number * 1000,
  durationMs: 20,
  status: 'done',
  attempts: [],
  triggers: [],
  computed: [],
  computedMs: 0,
  facts: [],
})
const tokens = (groups: readonly string[], withRefresh: boolean): OpenAnswer => ({
  kind: 'tokens',
  newDevice: false,
  tokens: [
    { use: 'access', mark: '‹access token›', claims: { 'cognito:groups': groups } },
    ...(withRefresh ? [{ use: 'refresh' as const, mark: '‹refresh token›' }] : []),
  ],
})

test('a refresh says which claims it changed, and when it replaced the refresh token', () => {
  const signIn = step(1, tokens(['a'], true))
  const kept = step(2, tokens(['b'], false))
  const rotated = step(3, tokens(['b'], true))
  const steps = [signIn, kept, rotated]
  expect(refreshOfStep(steps, signIn)).toBeUndefined()
  const first = refreshOfStep(steps, kept)
  expect(first?.changes[0]?.differences.map(({ name }) => name)).toEqual(['cognito:groups'])
  expect(first).not.toHaveProperty('rotatedAt')
  expect(refreshOfStep(steps, rotated)).toMatchObject({
    changes: [{ use: 'access', differences: [] }],
    rotatedAt: 3020,
  })
})
