import { expect, it } from 'vitest'
import { storedProfile } from './profile-file.ts'

const stored = (finding: object) => ({
  at: 1,
  runId: 'run',
  username: 'nobody',
  made: 1,
  planned: 1,
  done: true,
  findings: [{ id: 'client', title: 'The app client exists', verdict: 'yes', ...finding }],
})
const { probe } = storedProfile.shape

it('a probe keeps the reasons of its findings, also those that an earlier version stored', () => {
  expect(probe.parse(stored({ says: 'It answered.' }))).toEqual(stored({ reason: 'It answered.' }))
  expect(probe.parse(stored({ reason: 'It answered.' }))).toEqual(
    stored({ reason: 'It answered.' }),
  )
  expect(probe.parse(undefined)).toBeUndefined()
  expect(probe.safeParse(stored({})).success).toBe(false)
})
