import { expect, it } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { startRunsUnderTest } from '#main/runs/runs-under-test.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { clientOf } from '#pool/conformance/client-of.ts'
import { password } from '#pool/conformance/values.ts'
import { cli } from './command-line-under-test.ts'
import { runCommandLine } from './run-command-line.ts'
import type { SignInReport } from './sign-in/report.ts'

const store = { ...memoryTraceStore(), close: () => Promise.resolve() }

it('a sign-in on the command line is diagnosed with the window’s history where this is asked for', async () => {
  const under = await startRunsUnderTest(undefined, { store })
  const { endpoint, pools } = under.pool.describe()
  const { clientId, userPoolId } = clientOf(pools, 'web-public')
  const parameters = { USERNAME: 'alice', PASSWORD: Secret.of('password', password) }
  await under.stopped(under.start('web-public', { flow: 'USER_SRP_AUTH', parameters }))
  await under.runs.close()
  const verdictOf = async (more: string) => {
    let out = ''
    await runCommandLine(
      `sign-in --endpoint ${endpoint} --user-pool-id ${userPoolId} --client-id ${clientId} --username alice --password-env PW --json${more}`.split(
        ' ',
      ),
      {
        version: '0.0.0',
        environment: { PW: 'Wrong-Password-1!' },
        write: (text) => {
          out += text
        },
        error: () => undefined,
        readInput: () => Promise.resolve(''),
        colours: false,
        interrupted: new AbortController().signal,
        openHistory: () => Promise.resolve(store),
      },
    )
    const { diagnosis } = JSON.parse(out) as SignInReport
    return diagnosis.find(({ code }) => code === 'AS1305')?.verdict
  }
  expect(await verdictOf('')).toBe('possible')
  expect(await verdictOf(' --history')).toBe('excluded')
  await under.close()
}, 60_000)

it('without a keyring, --history is refused with a message that says what to run', async () => {
  const { errors, status } = await cli('sign-in --practice --history')
  expect(status).toBe(2)
  expect(errors).toContain('--history needs a key of the system’s keyring')
})
