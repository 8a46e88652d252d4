import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { expect, test } from './application.ts'
import { runCommand } from './command-line.ts'
import { jsonIn } from './files.ts'
import { openKeyringSession, type KeyringSession } from './keyring-session.ts'
import { launch, type Launched } from './launch.ts'
import { AuthscopeWindow } from './window.ts'

test.skip(process.platform !== 'linux', 'other systems have one keyring')

let session: KeyringSession
let running: Launched | undefined
test.beforeEach(async ({ folder }) => {
  session = await openKeyringSession(folder)
})
test.afterEach(async () => {
  await running?.quit()
  running = undefined
  await session.close()
})

/** Starts the application in the session, as on this desktop. */
async function start(folder: string, desktop: string): Promise<AuthscopeWindow> {
  await running?.quit()
  running = await launch({
    dataFolder: join(folder, 'data'),
    keyring: 'found',
    environment: { ...session.environment, XDG_CURRENT_DESKTOP: desktop },
  })
  return new AuthscopeWindow(running.page)
}

const lastBackend = async (folder: string) =>
  ((await jsonIn(join(folder, 'data'), 'vault.json')) as { lastBackend: string }).lastBackend

for (const desktop of ['sway', 'KDE', ''])
  test(`an unlocked keyring is used on the desktop “${desktop}”, which Chromium would not use it for`, async ({
    folder,
  }) => {
    await session.startKeyring('the password')
    const window = await start(folder, desktop)
    await window.profiles.waitForPractice()
    await window.goTo('Settings')
    await expect(window.settings.main.getByText('gnome_libsecret', { exact: true })).toBeVisible()
    await expect(window.consent.dialog).toBeHidden()
  })

test('what the built-in key sealed is taken over by a keyring that is there later', async ({
  folder,
}) => {
  const without = await start(folder, 'sway')
  await without.consent.storeEncrypted()
  await without.profiles.waitForPractice()
  await without.signIn.signInAs('alice')
  await without.timeline.toBeSignedIn()
  await running?.quit()
  expect(await lastBackend(folder)).toBe('basic_text')

  await session.startKeyring('the password')
  const window = await start(folder, 'sway')
  await window.profiles.waitForPractice()
  await window.goTo('History')
  await window.history.open('alice')
  await expect(window.timeline.region).toContainText('PASSWORD_VERIFIER')
  const { dataKeys } = (await jsonIn(join(folder, 'data'), 'vault.json')) as {
    dataKeys: readonly { readonly sealed: { readonly backend: string } }[]
  }
  expect(dataKeys.map(({ sealed }) => sealed.backend)).toEqual(['gnome_libsecret'])
})

test('the command line keeps a secret in the keyring, and an agent reads the history with its key', async ({
  folder,
}) => {
  await session.startKeyring('the password')
  const words = [...electronArguments().filter((word) => !word.startsWith('--password-store'))]
  words.push(`--user-data-dir=${join(folder, 'data')}`, resolve('.'))
  const environment = { ...process.env, ...session.environment, XDG_CURRENT_DESKTOP: 'sway' }
  const commandLine = (command: readonly string[]) =>
    spawnSync(electronExecutable(), [...words, ...command], {
      encoding: 'utf8',
      env: environment,
      // A command that does not end would keep the whole worker waiting.
      timeout: 60_000,
    })
  const file = join(import.meta.dirname, '../src-engine/configuration-sources/samples/next.env')
  const added = commandLine(['profile', 'add', file, '--json', '--name', 'Next'])
  expect(added.status).toBe(0)
  expect(added.stderr).not.toContain('not stored')
  expect(JSON.parse(added.stdout)).toMatchObject({ added: [{ hasClientSecret: true }] })
  expect(await jsonIn(join(folder, 'data'), 'profiles.json')).toMatchObject({
    profiles: [{ name: 'Next', clientSecret: { backend: 'gnome_libsecret' } }],
  })

  const window = await start(folder, 'sway')
  await window.profiles.waitForPractice()
  await expect(window.profiles.profile('Next')).toBeVisible()
  await window.profiles.choose('Practice: web-public')
  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  await running?.quit()
  running = undefined

  const agent = new Client({ name: 'test', version: '0.0.0' })
  await agent.connect(
    new StdioClientTransport({
      command: electronExecutable(),
      args: [...words, 'mcp'],
      env: environment,
      stderr: 'ignore',
    }),
  )
  const listed = JSON.stringify(await agent.callTool({ name: 'list_runs', arguments: {} }))
  expect(listed).toContain('Practice: web-public')
  // Agents never learn a name.
  expect(listed).not.toContain('alice')
  await agent.close()
})

test('a keyring that is locked is named with what to do, and what it sealed opens again later', async ({
  folder,
}) => {
  await session.startKeyring('the password')
  const first = await start(folder, 'sway')
  await first.profiles.waitForPractice()
  await first.signIn.signInAs('alice')
  await first.timeline.toBeSignedIn()
  await running?.quit()
  await session.stopKeyring()

  // Nobody is there to answer its prompt, which counts as dismissed.
  await session.startKeyring()
  const locked = await start(folder, 'sway')
  await expect(locked.consent.dialog).toContainText(
    'The GNOME keyring is locked, or its prompt was dismissed',
  )
  await locked.consent.memoryOnly()
  await running?.quit()
  expect(await lastBackend(folder)).toBe('gnome_libsecret')
  await session.stopKeyring()

  await session.startKeyring('the password')
  const again = await start(folder, 'sway')
  await again.profiles.waitForPractice()
  await again.goTo('History')
  await again.history.open('alice')
  await expect(again.timeline.region).toContainText('PASSWORD_VERIFIER')
})

test('the command line lists, shows, compares, exports and diagnoses runs of the encrypted history with the key of the keyring', async ({
  folder,
}) => {
  await session.startKeyring('the password')
  const window = await start(folder, 'sway')
  await window.profiles.waitForPractice()
  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  await window.signIn.signInAs('alice', 'Wrong-Password-9!')
  await window.timeline.toBeRefused()
  await running?.quit()
  const environment = { ...session.environment, XDG_CURRENT_DESKTOP: 'sway' }
  const command = (...words: readonly string[]) =>
    runCommand(join(folder, 'data'), words, environment, 'found')

  const list = await command('trace', 'list', '--json')
  expect(list).toMatchObject({ status: 0, errors: '' })
  const rows = list.output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly runId: string; readonly state: string })
  expect(rows.map(({ state }) => state)).toEqual(['refused', 'tokens'])
  const [refused = '', signedIn = ''] = rows.map(({ runId }) => runId)
  const filtered = await command('trace', 'list', '--filter', 'status:signed-in user:alice')
  expect(filtered.output.trim().split('\n')).toHaveLength(1)

  const shown = await command('trace', 'show', refused.slice(0, 8))
  expect(shown).toMatchObject({ status: 0, errors: '' })
  expect(shown.output).toContain('NotAuthorizedException')

  for (const words of [['trace', 'diff'], ['diff']]) {
    const compared = await command(...words, refused, signedIn)
    expect(compared).toMatchObject({ status: 1, errors: '' })
    expect(compared.output).toContain('PASSWORD_VERIFIER')
    expect(await command(...words, refused, refused)).toMatchObject({ status: 0 })
  }
  const withGood = await command('diff', refused, signedIn, '--good', signedIn)
  expect(withGood.status).toBe(1)

  const har = join(folder, 'refused.har')
  expect(await command('trace', 'export', refused, '--output', har)).toMatchObject({ status: 0 })
  for (const words of [[refused], ['latest'], [har], [har, '--history']]) {
    const diagnosed = await command('diagnose', ...words)
    expect(diagnosed).toMatchObject({ status: 0, errors: '' })
    expect(diagnosed.output).toContain('AS1101')
  }
  const statistics = await command('trace', 'statistics', '--json')
  expect(JSON.parse(statistics.output)).toMatchObject({ runs: 2 })
  const planned = await command('trace', 'redrive', signedIn, '--dry-run')
  expect(planned.status).toBe(0)
  expect(planned.output).toContain('InitiateAuth')

  for (const { errors, output } of [list, shown, withGood, planned])
    expect(output + errors).not.toContain('Wrong-Password-9!')
  expect(await command('trace', 'delete', refused, '--yes')).toMatchObject({ status: 0 })
  const left = await command('trace', 'list', '--json')
  expect(left.output).toContain(signedIn)
  expect(left.output).not.toContain(refused)
})
