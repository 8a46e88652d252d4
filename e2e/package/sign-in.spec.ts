import { spawnSync } from 'node:child_process'
import { electronArguments } from '../../scripts/electron-environment.mjs'
import { expect, packagedExecutable, test } from './packaged-application.ts'

test('the packaged window signs in and keeps the run', async ({ application: { window } }) => {
  await window.signIn.signInAs('totp-user')
  await window.timeline.toBeSignedIn()
  await expect(window.tokens.token('ID token')).toContainText('Signature valid')
  await window.goTo('History')
  await window.history.open('totp-user')
  await expect(window.timeline.region).toContainText('SOFTWARE_TOKEN_MFA')
})

test('the packaged command signs in without a display', () => {
  const { status, stdout } = spawnSync(
    packagedExecutable(),
    [...electronArguments(), 'sign-in', '--practice', '--json', '--username', 'totp-user'],
    { encoding: 'utf8', env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined } },
  )
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'tokens' })
})

test('no environment variable and no switch turns the package into plain Node or opens an inspector', () => {
  const script = 'process.stdout.write("plain Node")'
  const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const asNode = spawnSync(packagedExecutable(), ['-e', script, '--version'], {
    encoding: 'utf8',
    env: environment,
  })
  expect(asNode.stdout).not.toContain('plain Node')
  const inspected = spawnSync(
    packagedExecutable(),
    [...electronArguments(), '--inspect=0', '--version'],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '--inspect=0' } },
  )
  expect(inspected.status).toBe(0)
  expect(inspected.stderr).not.toContain('Debugger listening')
})
