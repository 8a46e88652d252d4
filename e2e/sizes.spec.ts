import { expect, test, type Application } from './application.ts'
import { seriousViolations } from './axe.ts'
import { resize } from './screenshot.ts'
import { layoutDefects } from './layout-defects.ts'
import type { ViewName } from './window.ts'

const sizes = [
  { width: 900, height: 600 },
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
] as const

/** A view with something in it, in an order in which one leads to the next. */
interface State {
  readonly name: string
  readonly reach: (application: Application) => Promise<void>
}

const view = (name: ViewName): State => ({
  name: name.toLowerCase().replaceAll(/\W+/g, '-'),
  reach: async ({ window }) => {
    await window.goTo(name)
  },
})

const states: readonly State[] = [
  { name: 'start', reach: async ({ window }) => window.signIn.field('Username').waitFor() },
  {
    name: 'more-inputs',
    reach: async ({ window }) => {
      await window.signIn.openMoreInputs()
    },
  },
  {
    name: 'refused',
    reach: async ({ window }) => {
      await window.signIn.closeMoreInputs()
      await window.signIn.signInAs('alice', 'Not-The-Password-1!')
      await expect(window.timeline.region).toContainText('NotAuthorizedException')
    },
  },
  {
    name: 'set-up-code',
    reach: async ({ page, window }) => {
      await window.profiles.choose('Practice: email-public')
      await window.signIn.signInAs('mfa-setup-user@example.com')
      await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor()
    },
  },
  {
    name: 'refreshed',
    reach: async ({ page, window }) => {
      await window.signIn.cancel()
      await window.profiles.choose('Practice: rotating')
      await window.signIn.signInAs('choice-user')
      await window.timeline.toBeSignedIn()
      await page.keyboard.press('ControlOrMeta+R')
      await expect(page.getByRole('timer')).toContainText('grace period')
    },
  },
  view('History'),
  view('Tokens'),
  {
    name: 'practice-pool',
    reach: async ({ page, window }) => {
      await window.goTo('Practice pool')
      await page.getByRole('button', { name: 'Edit triggers' }).first().click()
      await page.getByRole('button', { name: 'Use the example' }).click()
    },
  },
  view('Account'),
  view('Devices, passkeys'),
  view('Watch'),
  view('Settings'),
]

for (const theme of ['Light', 'Dark'] as const)
  test(`every view fits at each size, and axe finds nothing in it, in the ${theme.toLowerCase()} theme`, async ({
    application,
  }, info) => {
    // A dozen views at four sizes each.
    test.slow()
    const { electron, page, window } = application
    await window.goTo('Settings')
    await window.settings.setTheme(theme)
    await window.goTo('Sign-in')
    const found: unknown[] = []
    for (const { name, reach } of states)
      await test.step(name, async () => {
        await resize(electron, page, { width: 1440, height: 900 })
        await reach(application)
        for (const size of sizes) {
          const place = `${name} at ${String(size.width)}x${String(size.height)}`
          await resize(electron, page, size)
          const path = info.outputPath(
            `${name}-${String(size.width)}x${String(size.height)}-${theme.toLowerCase()}.png`,
          )
          await page.screenshot({ path, animations: 'disabled' })
          for (const text of await layoutDefects(page)) found.push(`${place}: ${text}`)
          for (const violation of await seriousViolations(page)) found.push({ place, ...violation })
        }
      })
    expect(found).toEqual([])
  })

test('the request and its result are both in sight at 1280 by 720', async ({ application }) => {
  const { electron, page, window } = application
  await resize(electron, page, { width: 1280, height: 720 })
  await window.signIn.signInAs('alice', 'Not-The-Password-1!')
  await expect(window.timeline.region).toContainText('NotAuthorizedException')
  await expect(window.signIn.request).toBeInViewport({ ratio: 1 })
  await expect(window.timeline.step(2)).toBeInViewport({ ratio: 0.9 })
})

test('the inspector grows with the window, and the cards have a maximum width', async ({
  application,
}) => {
  const { electron, page, window } = application
  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  const widths = async () => ({
    inspector: (await page.getByRole('complementary', { name: 'Inspector' }).boundingBox())?.width,
    card: (await window.timeline.step(1).boundingBox())?.width,
  })
  await resize(electron, page, { width: 1280, height: 720 })
  const narrow = await widths()
  await resize(electron, page, { width: 2560, height: 1440 })
  const wide = await widths()
  expect(wide.inspector).toBeGreaterThan((narrow.inspector ?? 0) + 200)
  expect(wide.card).toBeLessThanOrEqual(1120)
})
