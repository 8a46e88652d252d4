import { expect, it } from 'vitest'
import type { ProbeResult } from '#contract/routes/probes.ts'
import { cli } from './command-line-under-test.ts'

const probed = async (options: string) => {
  const { out, status } = await cli(`probe --practice ${options} --json`)
  const result = JSON.parse(out) as ProbeResult
  return {
    result,
    status,
    verdicts: Object.fromEntries(result.findings.map(({ id, verdict }) => [id, verdict])),
  }
}

it('a probe tells the flows of a client without a secret, and that it names unknown users', async () => {
  const { result, status, verdicts } = await probed('--client web-public')
  expect(status).toBe(0)
  expect(result.username).toMatch(/^probe-[0-9a-f]{12}@invalid\.example$/)
  expect(verdicts).toMatchObject({
    client: 'yes',
    pool: 'yes',
    'pool-of-client': 'unknown',
    'secret-wanted': 'no',
    'secret-right': 'unknown',
    USER_SRP_AUTH: 'yes',
    'existence-hidden': 'no',
    firewall: 'no',
    proxy: 'no',
  })
  expect(result.findings.every(({ says }) => says !== '')).toBe(true)
}, 60_000)

it('a probe tells that a client has a secret, and that the one at hand is right', async () => {
  const { status, verdicts } = await probed('--client server-secret')
  expect(status).toBe(0)
  expect(verdicts).toMatchObject({ 'secret-wanted': 'yes', 'secret-right': 'yes' })
}, 60_000)

it('a probe tells that unknown users are hidden', async () => {
  const { verdicts } = await probed('--client email-public')
  expect(verdicts).toMatchObject({ 'existence-hidden': 'yes' })
}, 60_000)

it('the plan of a probe says what each call costs, and makes none', async () => {
  const { out, status } = await cli('probe --practice --client server-secret --plan --json')
  expect(status).toBe(0)
  const { calls } = JSON.parse(out) as { calls: { title: string; cost: string }[] }
  expect(calls).toHaveLength(7)
  expect(calls.every(({ cost }) => cost !== '')).toBe(true)
}, 60_000)
