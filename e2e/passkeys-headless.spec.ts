import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { expect, test } from './application.ts'
import { password } from './practice-users.ts'

/** Runs a command and gives what it wrote. */
async function run(program: string, args: readonly string[]) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const written = { out: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => (written.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (written.errors += chunk.toString()))
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, ...written }
}

test('the command line signs in with a stored passkey, or says why it cannot', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { passkeys, profiles, signIn, timeline } = application.window
  await profiles.create({
    name: 'Foreign',
    userPoolId: 'us-east-1_Practice3',
    clientId: '7practicechoice00000000007',
    endpoint: pool.endpoint,
  })
  await signIn.signInAs('passkey-user', password)
  await timeline.toBeSignedIn()
  await application.window.goTo('Devices, passkeys')
  await passkeys.register('Laptop')

  const words = [
    'sign-in',
    '--endpoint',
    pool.endpoint,
    '--user-pool-id',
    'us-east-1_Practice3',
    '--client-id',
    '7practicechoice00000000007',
    '--flow',
    'USER_AUTH',
    '--username',
    'passkey-user',
    '--preferred-challenge',
    'WEB_AUTHN',
    '--passkey',
    '--json',
  ]
  const args = [
    ...electronArguments(),
    `--user-data-dir=${application.dataFolder}`,
    resolve('.'),
    ...words,
  ]
  const inElectron = () => run(electronExecutable(), args)

  const meanwhile = await inElectron()
  expect(meanwhile).toMatchObject({ status: 1, out: '' })
  expect(meanwhile.errors).toContain('close it first')
  await application.quit()

  // Twice, since a counter that was not written back is refused the second time.
  for (const time of ['first', 'second']) {
    const done = await inElectron()
    expect(done.status, `${time}: ${done.errors}`).toBe(0)
    const report = JSON.parse(done.out) as { outcome: string; steps: { by?: string }[] }
    expect(report.outcome).toBe('tokens')
    expect(report.steps.map(({ by }) => by)).toEqual([undefined, 'automatic'])
  }

  const inNode = await run(process.execPath, [resolve('out/main/cli.js'), ...words])
  expect(inNode.status).toBe(2)
  expect(inNode.errors).toContain('--passkey needs a browser, which only the application has')
})
