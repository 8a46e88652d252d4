import { afterEach, expect, it } from 'vitest'
import type { ProbeResult } from '#contract/routes/probes.ts'
import { startForwardProxy } from '#main/network/servers-under-test.ts'
import type { PoolInput } from '#pool/configuration/configuration.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import { defaultConfiguration } from '#pool/default-configuration.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
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
  expect(result.findings.every(({ reason }) => reason !== '')).toBe(true)
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

/** Probes a client of a pool that the test has set up. */
async function probedAt(server: PracticeServer, more = '') {
  const { endpoint, pools } = server.describe()
  const { clientId, userPoolId } = clientOf(pools, 'web-public')
  const { out, status } = await cli(
    `probe --endpoint ${endpoint} --user-pool-id ${userPoolId} --client-id ${clientId} --json${more}`,
  )
  const { findings } = JSON.parse(out) as ProbeResult
  const of = (id: string) => findings.find((one) => one.id === id)
  return { of, status }
}

const opened: { readonly close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

async function startPool(settings: Partial<PoolInput> = {}): Promise<PracticeServer> {
  const server = await startPracticeServer({
    configuration: { pools: defaultConfiguration.pools.map((pool) => ({ ...pool, ...settings })) },
  })
  opened.push(server)
  return server
}

it('a probe tells whether users can sign up, and creates none', async () => {
  for (const [allowAdminCreateUserOnly, verdict] of [
    [true, 'no'],
    [false, 'yes'],
  ] as const) {
    const server = await startPool({ allowAdminCreateUserOnly })
    const users = server.describe().users.length
    expect((await probedAt(server)).of('sign-up-open')?.verdict).toBe(verdict)
    expect(server.describe().users).toHaveLength(users)
  }
}, 60_000)

it('a probe tells that a firewall refuses calls, and stops there', async () => {
  const server = await startPool()
  server.faults.turnOn('waf-block', {})
  const { of } = await probedAt(server)
  expect(of('firewall')).toMatchObject({
    verdict: 'yes',
    reason: 'ForbiddenException: Request not allowed due to WAF block.',
  })
  expect(of('USER_PASSWORD_AUTH')?.verdict).toBe('unknown')
}, 60_000)

it('a probe tells through which proxy its calls go, and that a proxy asks for credentials', async () => {
  const server = await startPool()
  for (const login of [undefined, 'ana:hunter2']) {
    const proxy = await startForwardProxy(login === undefined ? {} : { login })
    opened.push(proxy)
    const address = `127.0.0.1:${String(proxy.port)}`
    const at = { ...server, describe: () => ({ ...server.describe(), endpoint: behindProxy }) }
    const { of } = await probedAt(at, ` --proxy http://${address}`)
    expect(of('proxy')).toMatchObject({ verdict: 'yes', reason: `Through ${address}.` })
  }
}, 60_000)

/** Calls to loopback itself go through no proxy. */
const behindProxy = 'http://cognito.test:8080'

it('the plan of a probe says what each call costs, and makes none', async () => {
  const { out, status } = await cli('probe --practice --client server-secret --plan --json')
  expect(status).toBe(0)
  const { calls } = JSON.parse(out) as { calls: { title: string; cost: string }[] }
  expect(calls).toHaveLength(7)
  expect(calls.every(({ cost }) => cost !== '')).toBe(true)
}, 60_000)
