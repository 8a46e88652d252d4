import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { Profile } from '#contract/routes/profiles.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import ProfileDialog from './ProfileDialog.vue'

const created: Profile = {
  id: 'p1',
  name: 'Server',
  colour: 'blue',
  production: false,
  practice: false,
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_AbCdEf123',
  clientId: '2example23456789abcdefghij',
  endpoint: '',
  username: '',
  flow: 'USER_SRP_AUTH',
  automatic: { srp: true, totp: true, passkey: true, device: true },
  authSessionValidity: 3,
  asAdmin: false,
  awsProfile: '',
  proxy: '',
  caFile: '',
  trustedCertificates: [],
  clientCertificateFile: '',
  clientKeyFile: '',
  hasClientSecret: true,
  hasTotpSecret: false,
  hasProxyPassword: false,
  unreadable: [],
}
const found = (text: string) => ({ text, place: 'line 1' })
const pool = { userPoolId: found(created.userPoolId), region: found(created.region) }

function open(other: (kind: string, source: object) => void = () => undefined) {
  const bridge = fakeBridge({
    'configuration.read': () => ({
      recognised: {
        kind: 'connections',
        configurationId: 'c1',
        source: '.env file',
        file: '',
        connections: [
          {
            name: 'Web',
            fields: { ...pool, clientId: found('1example23456789abcdefghij') },
            missing: [],
          },
          {
            name: 'Server',
            fields: { ...pool, clientId: found(created.clientId) },
            clientSecretPlace: 'line 5',
            missing: [],
          },
        ],
      },
    }),
    'configuration.createProfile': () => created,
    'profile.create': () => created,
    'profile.list': () => [created],
  })
  const isOpen = model(false, 'open')
  mount(() => h(ProfileDialog, { profile: undefined, onOther: other, ...isOpen.props() }))
  isOpen.change(true)
  return { ...bridge, isOpen }
}

it('asks three things of a new profile; the rest is folded', async () => {
  open()
  await expect.element(page.getByLabelText('Name', { exact: true })).toBeVisible()
  await expect.element(page.getByLabelText('User pool ID')).toBeVisible()
  await expect.element(page.getByLabelText('App client ID')).toBeVisible()
  await expect.element(page.getByLabelText('Session validity')).not.toBeVisible()
  await expectAccessible()
  await page.getByText('More settings').click()
  await expect.element(page.getByLabelText('Session validity')).toBeVisible()
  await expectAccessible()
})

it('shows the region once the pool ID does not say it', async () => {
  open()
  await page.getByLabelText('User pool ID').fill('local_6uohGxKl')
  await expect.element(page.getByLabelText('Region', { exact: true })).toBeVisible()
})

it('is filled from a configuration, for the app client that is chosen, and its secret stays in main', async () => {
  const { calls, isOpen } = open()
  await userEvent.click(page.getByLabelText('Paste or drop anything'))
  await userEvent.keyboard('pasted{Enter}')
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('Web')
  await expect.element(page.getByRole('button', { name: 'Create', exact: true })).toHaveFocus()
  await page.getByLabelText('2 app clients').selectOptions('1')
  await expect.element(page.getByLabelText('App client ID')).toHaveValue(created.clientId)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect.poll(() => isOpen.value).toBe(false)
  expect(calls.find(({ route }) => route === 'configuration.createProfile')?.input).toMatchObject({
    configurationId: 'c1',
    connection: 1,
    draft: { name: 'Server', clientId: created.clientId, userPoolId: created.userPoolId },
  })
})

it('keeps what was typed when the rest is filled from a configuration, until the found values are wanted', async () => {
  const { calls, isOpen } = open()
  const name = page.getByLabelText('Name', { exact: true })
  const poolId = page.getByLabelText('User pool ID')
  const clientId = page.getByLabelText('App client ID')
  const found = page.getByRole('region', { name: 'What was found' })
  await name.fill('Shop')
  await clientId.fill('3example23456789abcdefghij')
  await userEvent.click(page.getByLabelText('Paste or drop anything'))
  await userEvent.keyboard('pasted{Enter}')
  await page.getByLabelText('2 app clients').selectOptions('1')
  await expect.element(name).toHaveValue('Shop')
  await expect.element(poolId).toHaveValue(created.userPoolId)
  await expect.element(clientId).toHaveValue('3example23456789abcdefghij')
  await expect.element(found).toHaveTextContent('What you entered is kept: app client ID')
  await expectAccessible()
  // The secret that was found is that of another app client.
  await expect.element(found.getByRole('checkbox')).not.toBeInTheDocument()
  await found.getByRole('button', { name: 'Use found values' }).click()
  await expect.element(clientId).toHaveValue(created.clientId)
  await expect.element(name).toHaveValue('Shop')
  await expect.element(found).not.toHaveTextContent('What you entered is kept')
  await clientId.fill('3example23456789abcdefghij')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect.poll(() => isOpen.value).toBe(false)
  expect(calls.some(({ route }) => route === 'configuration.createProfile')).toBe(false)
})

it('asks before a recording that is dropped discards what was typed, as Escape does', async () => {
  const others: unknown[] = []
  const { isOpen } = open((kind, source) => others.push([kind, source]))
  fakeBridge({ 'configuration.read': () => ({ recognised: { kind: 'recording', source: 'HAR' } }) })
  const paste = async () => {
    await page.getByLabelText('Paste or drop anything').fill('{"log":{}}')
    await userEvent.keyboard('{Enter}')
  }
  await page.getByLabelText('Name', { exact: true }).fill('Half filled')
  await paste()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Discard what you entered?')
  expect(others).toEqual([])
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('Half filled')
  await userEvent.keyboard('{Escape}')
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await paste()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => others).toEqual([['recording', { from: 'text', text: '{"log":{}}' }]])
  expect(isOpen.value).toBe(false)
})

it('opens a recording that is dropped at once where nothing was typed', async () => {
  const others: unknown[] = []
  open((kind) => others.push(kind))
  fakeBridge({ 'configuration.read': () => ({ recognised: { kind: 'recording', source: 'HAR' } }) })
  await page.getByLabelText('Paste or drop anything').fill('{"log":{}}')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => others).toEqual(['recording'])
})
