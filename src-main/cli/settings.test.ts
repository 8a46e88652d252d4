import { expect, it } from 'vitest'
import { cli } from './command-line-under-test.ts'

interface Report {
  readonly settings: {
    readonly client?: Readonly<Record<string, unknown>>
    readonly hasSecret?: boolean
    readonly refused: readonly unknown[]
  }
  readonly findings: readonly {
    readonly code: string
    readonly lines: readonly { kind: string; text: string }[]
  }[]
  readonly differences?: { readonly client: readonly { readonly member: string }[] }
}

const read = async (options: string) => {
  const { out, status } = await cli(`settings --practice ${options} --json`)
  return { status, out, report: JSON.parse(out) as Report }
}

it('reads the practice pool, and says that a flow is off with the lines that turn it on', async () => {
  const { report, status } = await read(
    '--client password-only --username alice --flow USER_SRP_AUTH',
  )
  expect(status).toBe(4)
  expect(report.settings.refused).toEqual([])
  const off = report.findings.find(({ code }) => code === 'AS1002')
  expect(off?.lines.map(({ kind }) => kind)).toEqual([
    'aws cli',
    'cdk',
    'cloudformation',
    'terraform',
  ])
  // Every other setting goes along: what the call is not given falls back to its default.
  expect(off?.lines[0]?.text).toContain('"ALLOW_USER_PASSWORD_AUTH"')
  expect(off?.lines[0]?.text).toContain('"ALLOW_USER_SRP_AUTH"')
}, 60_000)

it.each(['user_srp_auth', 'NOPE'])(
  'refuses the flow %s, which no setting could refuse',
  async (flow) => {
    const { errors, status } = await cli(`settings --practice --flow ${flow}`)
    expect(status).toBe(2)
    expect(errors).toContain(`not “${flow}”`)
  },
)

it('never prints the client secret', async () => {
  const { out, report } = await read('--client server-secret')
  expect(report.settings.hasSecret).toBe(true)
  expect(out).not.toContain('1practicesecret0that0guards')
}, 60_000)

it('compares two clients member by member', async () => {
  const { report } = await read(
    '--client password-only --compare-client-id 1practicewebpublic00000001',
  )
  expect(report.differences?.client.map(({ member }) => member)).toContain('ExplicitAuthFlows')
}, 60_000)
