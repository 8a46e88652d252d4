import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Application } from './application.ts'
import { dropFile } from './drop-file.ts'

const sample = (name: string): string =>
  join(import.meta.dirname, '../src-engine/configuration-sources/samples', name)

const copy = ({ electron }: Application, text: string): Promise<void> =>
  electron.evaluate(({ clipboard }, copied) => {
    void clipboard.writeText(copied)
  }, text)

test('a pasted amplify_outputs.json leads to its first diagnosis in four key presses', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { page, window } = application
  const outputs = {
    auth: {
      user_pool_id: 'us-east-1_Practice1',
      aws_region: 'us-east-1',
      user_pool_client_id: '1practicewebpublic00000001',
    },
    custom: { user_pool_endpoint: pool.endpoint },
    version: '1.4',
  }
  await copy(application, JSON.stringify(outputs, null, 2))
  const pressed: string[] = []
  const press = async (key: string): Promise<void> => {
    pressed.push(key)
    await page.keyboard.press(key)
  }

  await press('ControlOrMeta+Shift+V')
  const dialog = window.profiles.newDialog
  const found = dialog.getByRole('region', { name: 'What was found' })
  await expect(found).toContainText('amplify_outputs.json')
  await expect(found).toContainText('auth.user_pool_client_id')
  await expect(dialog.getByRole('button', { name: 'Create', exact: true })).toBeFocused()
  await press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.signIn.field('Username')).toBeFocused()
  await page.keyboard.type('alice')
  await press('Tab')
  await page.keyboard.type('Wrong-Password-1!')
  await press('ControlOrMeta+Enter')

  await window.timeline.toBeRefused()
  await expect(page.getByRole('main', { name: 'Sign-in' })).toContainText(/AS\d{3,}/)
  expect(pressed.length).toBeLessThanOrEqual(4)
  expect(pool.received.length).toBeGreaterThan(0)
})

test('of several app clients in a dropped file one is chosen, and its secret never reaches the window', async ({
  application,
}) => {
  const { page, window } = application
  await dropFile(application, sample('terraform.tfstate'))
  const dialog = window.profiles.newDialog
  await expect(dialog).toContainText('terraform.tfstate')
  await dialog.getByLabel('2 app clients').selectOption({ index: 1 })
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('shop-server')
  await expect(dialog.getByRole('checkbox', { name: /Save its client secret/ })).toBeChecked()
  expect(await page.content()).not.toContain('sample-client-secret')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(window.profiles.profile('shop-server')).toHaveAttribute('aria-current', 'true')
  // Of one's own there is one now: the practice profiles are folded below it.
  await expect(window.profiles.profile('Practice: web-public')).toHaveCount(0)
  await window.profiles.showPractice()
  await expect(window.profiles.profile('Practice: web-public')).toBeVisible()

  await window.profiles.act('shop-server', 'Edit…')
  await expect(
    window.profiles.editDialog.getByRole('button', { name: 'Remove the client secret' }),
  ).toBeVisible()
})

test('a profile saved as a file is the same profile where it is dropped, without its secrets', async ({
  application,
  folder,
}) => {
  const { page, window } = application
  const path = join(folder, 'shop.authscope-profile.json')
  await window.profiles.create({
    name: 'Shop',
    userPoolId: 'eu-central-1_Shop12345',
    clientId: '1shopweb23456789abcdefghij',
    clientSecret: 'canary-of-a-client-secret',
    username: 'ana@example.com',
    flow: 'USER_PASSWORD_AUTH',
  })
  await application.saveTo(path)
  await page.keyboard.press('ControlOrMeta+Shift+S')
  await expect(window.notice(/Saved without secrets/)).toBeVisible()
  const text = await readFile(path, 'utf8')
  expect(text).not.toMatch(/canary|ana@example/)

  await window.profiles.act('Shop', 'Delete')
  await dropFile(application, path)
  const dialog = window.profiles.newDialog
  await expect(dialog.getByLabel('App client ID')).toHaveValue('1shopweb23456789abcdefghij')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await window.profiles.act('Shop', 'Edit…')
  await expect(window.profiles.editDialog.getByLabel('Default flow')).toHaveValue(
    'USER_PASSWORD_AUTH',
  )
})

test('a pasted token is decoded, and four offers stand where there is no sign-in yet', async ({
  application,
}) => {
  const { page, window } = application
  const first = page.getByRole('region', { name: 'Where to start' })
  for (const offer of ['Connect your own pool', 'Watch an app', 'Open a HAR', 'Try the practice'])
    await expect(first.getByRole('button', { name: offer })).toBeVisible()
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signature = 'canary-of-a-signature'
  await copy(application, `${part({ alg: 'RS256' })}.${part({ sub: 'ana' })}.${signature}`)
  await page.keyboard.press('ControlOrMeta+Shift+V')
  const tokens = page.getByRole('main', { name: 'Tokens' })
  await expect(tokens).toContainText('ana')
  expect(await page.content()).not.toContain(signature)
  await window.goTo('Sign-in')
  await first.getByRole('button', { name: 'Connect your own pool' }).click()
  await expect(window.profiles.newDialog.getByLabel('Paste or drop anything')).toBeFocused()
})
