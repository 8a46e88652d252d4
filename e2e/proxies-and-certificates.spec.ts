import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test, type Application } from './application.ts'
import { selfSignedIdentity } from './servers.ts'

const login = 'ada:Proxy-Password-1!'
const password = 'Practice-Password-1!'
const webPublic = {
  userPoolId: 'us-east-1_Practice1',
  clientId: '1practicewebpublic00000001',
}

const schemaOfGnome = '/usr/share/glib-2.0/schemas/org.gnome.system.proxy.gschema.xml'

interface SystemSettings {
  readonly environment: Readonly<Record<string, string>>
  /** A file in the person's .config folder. */
  readonly file?: { readonly path: string; readonly text: string }
}

/** How each desktop is told the URL of a PAC file. */
const systemsWithPac: Readonly<Record<string, (pacUrl: string) => SystemSettings>> = {
  GNOME: (pacUrl) => ({
    environment: { XDG_CURRENT_DESKTOP: 'GNOME', GSETTINGS_BACKEND: 'keyfile' },
    file: {
      path: 'glib-2.0/settings/keyfile',
      text: `[system/proxy]\nmode='auto'\nautoconfig-url='${pacUrl}'\n`,
    },
  }),
  KDE: (pacUrl) => ({
    environment: { XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '5' },
    file: {
      path: 'kioslaverc',
      text: `[Proxy Settings]\nProxyType=2\nProxy Config Script=${pacUrl}\n`,
    },
  }),
  'no desktop': (pacUrl) => ({ environment: { auto_proxy: pacUrl } }),
}

/** Signs in, and trusts the certificate that is refused first: a tunnel leads to the server. */
async function signInAndTrust({ page, window }: Application): Promise<void> {
  const { signIn, timeline } = window
  await signIn.signInAs('alice', password)
  await expect(timeline.step(1)).toContainText('The server’s certificate is self-signed')
  await timeline.step(1).getByRole('button', { name: 'Show the certificate…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Server certificate' })
  await expect(dialog).toContainText('CN=pool.test')
  await dialog.getByRole('button', { name: 'Trust for this profile and sign in' }).click()
  await timeline.toBeSignedIn()
}

/** Opens the timing of the first step, and expects this in it. */
async function expectInTiming({ page, window }: Application, text: string): Promise<void> {
  await window.timeline
    .step(1)
    .getByRole('button', { name: /^Step 1/ })
    .click()
  await page.getByRole('tab', { name: 'Timing' }).click()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(text)
}

test('a proxy that the settings name is named when it refuses, and gets the saved password', async ({
  application,
  servers,
}) => {
  const proxy = await servers.proxy(login)
  const { endpoint } = await servers.tls('pool.test')
  const { window } = application
  await window.goTo('Settings')
  const settings = window.settings.main
  await settings.getByRole('radio', { name: 'Manual' }).check()
  const url = settings.getByLabel('Manual proxy URL')
  await url.fill(`http://ada@${proxy.address}`)
  await url.press('Tab')
  await window.profiles.create({ name: 'Company', endpoint, ...webPublic })
  await window.signIn.signInAs('alice', password)
  await expect(window.timeline.step(1)).toContainText('Refused by the proxy')
  expect(proxy.refused()).toBeGreaterThan(0)

  await window.goTo('Settings')
  await settings.getByLabel('Proxy password').fill('Proxy-Password-1!')
  await settings.getByLabel('Proxy password').press('Enter')
  await expect(window.notice('Proxy password saved.')).toBeVisible()
  await window.goTo('Sign-in')
  await signInAndTrust(application)
  expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(endpoint).host]))
  await expectInTiming(application, proxy.address)
})

test('a profile has a proxy of its own, whose password the vault keeps over a restart', async ({
  application,
  servers,
}) => {
  const proxy = await servers.proxy(login)
  const { endpoint } = await servers.tls('pool.test')
  const { profiles } = application.window
  await profiles.startNew({ name: 'Company', endpoint, ...webPublic })
  const dialog = profiles.newDialog
  await dialog.getByLabel('Proxy', { exact: true }).fill(`http://ada@${proxy.address}`)
  await dialog.getByLabel('Proxy password').fill('Proxy-Password-1!')
  await profiles.finishNew()
  await signInAndTrust(application)
  const before = proxy.tunnels.length
  expect(before).toBeGreaterThan(0)

  await application.restart()
  const { signIn, timeline } = application.window
  await signIn.signInAs('alice', password)
  await timeline.toBeSignedIn()
  expect(proxy.tunnels.length).toBeGreaterThan(before)
})

for (const [desktop, settingsFor] of Object.entries(systemsWithPac))
  test(`the PAC file in the settings of ${desktop} names the proxy, and may look up hosts`, async ({
    application,
    folder,
    servers,
  }) => {
    test.skip(process.platform !== 'linux', 'The settings are those of Linux desktops.')
    test.skip(
      desktop === 'GNOME' && !existsSync(schemaOfGnome),
      'The settings of GNOME (package gsettings-desktop-schemas) are not installed.',
    )
    const proxy = await servers.proxy()
    const { endpoint } = await servers.tls('pool.test')
    const pac = await servers.answering((_request, response) => {
      response.setHeader('content-type', 'application/x-ns-proxy-autoconfig')
      response.end(`function FindProxyForURL(url, host) {
        return host === 'pool.test' && dnsResolve('localhost') ? 'PROXY ${proxy.address}' : 'DIRECT'
      }`)
    })
    const { environment, file } = settingsFor(`${pac.endpoint}/proxy.pac`)
    if (file) {
      const path = join(folder, '.config', file.path)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, file.text)
    }
    const home = { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') }
    await application.restart({ environment: { ...home, ...environment } })
    await application.window.profiles.create({ name: 'Company', endpoint, ...webPublic })
    await signInAndTrust(application)
    expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(endpoint).host]))
    await expectInTiming(application, proxy.address)
  })

test('a server that demands a client certificate gets the one of the profile', async ({
  application,
  folder,
  servers,
}) => {
  const client = await selfSignedIdentity('ada')
  const { cert, endpoint } = await servers.tls('localhost', {
    requestCert: true,
    rejectUnauthorized: true,
    ca: [client.cert],
  })
  const files = { ca: cert, certificate: client.cert, key: client.key }
  const pathOf = (name: keyof typeof files) => join(folder, `${name}.pem`)
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, `${name}.pem`), text)
  const { profiles, signIn, timeline } = application.window
  await profiles.startNew({ name: 'Company', endpoint, ...webPublic })
  await profiles.newDialog.getByLabel('Certificate authorities').fill(pathOf('ca'))
  await profiles.finishNew()
  await signIn.signInAs('alice', password)
  await expect(timeline.region.getByRole('button', { name: 'Start over' })).toBeVisible()
  await expect(timeline.region).not.toContainText('AuthenticationResult')

  await profiles.act('Company', 'Edit…')
  const dialog = profiles.editDialog
  await profiles.showMoreSettings(dialog)
  await dialog.getByLabel('Client certificate', { exact: true }).fill(pathOf('certificate'))
  await dialog.getByLabel('Client certificate key').fill(pathOf('key'))
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await signIn.signInAs('alice', password)
  await timeline.toBeSignedIn()
})

test('the endpoint that AWS_ENDPOINT_URL names is offered with those of the region', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const environment = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.endpoint }
  await application.restart({ environment })
  const { page, window } = application
  const { profiles, signIn, timeline } = window
  await profiles.startNew({ name: 'Local', ...webPublic })
  const field = profiles.newDialog.getByLabel('Endpoint', { exact: true })
  await field.click()
  await field.press('ArrowDown')
  const offered = page.getByRole('listbox', { name: 'Addresses of the region' })
  await expect(offered).toContainText('https://cognito-idp-fips.us-east-1.amazonaws.com')
  await offered.getByText(pool.endpoint).click()
  await expect(field).toHaveValue(new RegExp(`^${pool.endpoint}/?$`))
  await profiles.finishNew()
  await signIn.signInAs('alice', password)
  await timeline.toBeSignedIn()
  expect(pool.received.length).toBeGreaterThan(0)
})
