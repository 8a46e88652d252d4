import { expect, test, type Application } from './application.ts'
import { seriousViolations } from './axe.ts'
import { layoutDefects } from './layout-defects.ts'
import type { ViewName } from './window.ts'

/** A state of the window that is looked at. */
interface State {
  readonly name: string
  readonly reach: (application: Application) => Promise<void>
}

const key =
  (keys: string, dialog: string) =>
  async ({ page }: Application) => {
    // An open dialog keeps its keys.
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press(keys)
    await page.getByRole('dialog', { name: dialog }).waitFor()
  }
const view =
  (name: ViewName, ready: string | RegExp) =>
  async ({ page, window }: Application) => {
    await window.goTo(name)
    await page.getByRole('main', { name }).getByText(ready).first().waitFor()
  }
/** In a narrow window the inspector is a drawer, which covers what is next to it. */
async function turnDrawer({ page }: Application, open: boolean): Promise<void> {
  const button = page.getByRole('button', { name: 'Inspector', exact: true })
  if (!(await button.isVisible()) || (await button.getAttribute('aria-expanded')) === String(open))
    return
  if (open) await button.click()
  else await page.getByRole('button', { name: 'Close inspector' }).click()
  await expect(button).toHaveAttribute('aria-expanded', String(open))
}
const inspect =
  (tab: string) =>
  async (application: Application): Promise<void> => {
    const { window } = application
    await window.goTo('Sign-in')
    await turnDrawer(application, false)
    await window.timeline.select(2)
    await turnDrawer(application, true)
    await window.inspector.open(tab)
  }

/** Every view and every dialog, in an order in which one leads to the next. */
const states: readonly State[] = [
  { name: 'before the first sign-in', reach: view('Sign-in', 'Where to start') },
  {
    name: 'more inputs',
    reach: async ({ page, window }) => {
      await window.signIn.openMoreInputs()
      await window.signIn.request.getByRole('button', { name: 'Add a parameter' }).click()
      await page.getByLabel('AuthParameters: key 1').waitFor()
    },
  },
  {
    name: 'a refusal',
    reach: async ({ window }) => {
      await window.signIn.closeMoreInputs()
      await window.signIn.signInAs('alice', 'Not-The-Password-1!')
      await expect(window.timeline.region).toContainText('NotAuthorizedException')
    },
  },
  {
    name: 'a challenge that waits',
    reach: async ({ window }) => {
      await window.signIn.signInAs('choose-mfa-user')
      await window.timeline.toWaitFor('SELECT_MFA_TYPE')
    },
  },
  {
    name: 'a code that is asked for',
    reach: async ({ window }) => {
      await window.timeline.chooseFactor('Text message')
      await window.timeline.toWaitFor('SMS_MFA')
    },
  },
  {
    name: 'tokens',
    reach: async (application) => {
      const { window } = application
      await window.timeline.useCodeFromOutbox()
      await window.timeline.toBeSignedIn()
      await turnDrawer(application, true)
      await window.inspector.show('Tokens')
      await expect(window.tokens.token('ID token')).toContainText('Signature valid')
    },
  },
  {
    name: 'a secret revealed',
    reach: async ({ page, window }) => {
      await window.tokens
        .token('ID token')
        .getByRole('button', { name: /^Secret: / })
        .click()
      await page.getByRole('button', { name: 'Reveal' }).click()
      await page.getByLabel('Revealed value').waitFor()
    },
  },
  {
    name: 'explanation',
    reach: async (application) => {
      await application.page.keyboard.press('Escape')
      await inspect('Explain')(application)
    },
  },
  { name: 'request', reach: inspect('Request') },
  { name: 'response', reach: inspect('Response') },
  { name: 'headers', reach: inspect('Headers') },
  { name: 'timing', reach: inspect('Timing') },
  { name: 'SRP values', reach: inspect('SRP') },
  {
    name: 'history',
    reach: async (application) => {
      await view('History', 'No run is open')(application)
      const rows = application.page.getByRole('region', { name: 'Earlier runs' })
      await rows.getByRole('listitem').first().getByRole('button').first().click()
      await application.window.timeline.toBeSignedIn()
    },
  },
  { name: 'token reader', reach: view('Tokens', 'Decode a token') },
  { name: 'practice pool', reach: view('Practice pool', 'Outbox') },
  {
    name: 'practice pool in fault',
    reach: async ({ window: { practice } }) => {
      await practice.fault('WAF block').click()
      await practice.faults.getByRole('button', { name: 'Settings of WAF block' }).click()
      await practice.stateOf('locked-user')
      await practice.flagsOf('web-public')
      await expect(practice.active).toContainText('WAF block')
    },
  },
  {
    name: 'trigger that is edited and tried',
    reach: async ({ window: { practice } }) => {
      const pool = practice.main.getByRole('region', { name: 'Practice3' })
      await pool.getByRole('button', { name: 'Edit triggers' }).click()
      await pool.getByRole('button', { name: 'Use the example' }).click()
      await pool.getByRole('button', { name: 'Try it' }).click()
      await pool.getByRole('region', { name: 'Trial' }).waitFor()
    },
  },
  { name: 'settings', reach: view('Settings', 'Appearance') },
  { name: 'palette', reach: key('ControlOrMeta+K', 'Search commands') },
  { name: 'keys', reach: key('F1', 'Keyboard shortcuts') },
  { name: 'new profile', reach: key('ControlOrMeta+N', 'New profile') },
  {
    name: 'a profile that is wrong',
    reach: async ({ window }) => {
      const { newDialog } = window.profiles
      await window.profiles.showMoreSettings(newDialog)
      await newDialog.getByLabel('User pool ID').fill('not a pool ID')
      await newDialog.getByRole('checkbox', { name: /^Production/ }).check()
    },
  },
  {
    name: 'the question before a profile is discarded',
    reach: async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.getByText('Discard what you entered?').waitFor()
    },
  },
  {
    name: 'export',
    reach: async ({ page, window }) => {
      await page.getByRole('button', { name: 'Discard', exact: true }).click()
      await window.goTo('Sign-in')
      await window.exporting.open()
      await expect(window.exporting.dialog).toContainText('Contents of the file')
    },
  },
  {
    name: 'export with secrets',
    reach: async ({ window }) => {
      await window.exporting.choose('HAR 1.2', 'With secrets')
      await expect(window.exporting.dialog.getByRole('checkbox')).toBeVisible()
    },
  },
]

for (const theme of ['Light', 'Dark'] as const)
  test(`no view or dialog violates accessibility rules in the ${theme.toLowerCase()} theme`, async ({
    application,
  }) => {
    // Two dozen states of the window, each looked at by axe.
    test.slow()
    await application.window.goTo('Settings')
    await application.window.settings.setTheme(theme)
    await application.window.goTo('Sign-in')
    await application.window.signIn.chooseFlow('USER_PASSWORD_AUTH')
    await application.window.signIn.chooseFlow('USER_SRP_AUTH')
    const found: unknown[] = []
    for (const { name, reach } of states)
      await test.step(name, async () => {
        await reach(application)
        for (const violation of await seriousViolations(application.page))
          found.push({ state: name, ...violation })
      })
    expect(found).toEqual([])
  })

test.describe('without a keyring', () => {
  test.use({ keyring: false })

  test('the first-start question violates no accessibility rules', async ({ freshApplication }) => {
    await freshApplication.window.consent.dialog.waitFor()
    expect(await seriousViolations(freshApplication.page)).toEqual([])
    expect(await layoutDefects(freshApplication.page)).toEqual([])
  })
})

/** Narrow as the window can be made, and as large as its text can be made. */
const places = [
  { name: 'at 900 by 600', width: 900, height: 600, zoom: '100%' },
  { name: 'at 200 percent', width: 1440, height: 900, zoom: '200%' },
] as const
for (const { height, name: place, width, zoom } of places)
  test(`nothing is cut off or out of reach ${place}`, async ({ application }) => {
    test.slow()
    const { electron, page, window } = application
    await electron.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
      },
      { width, height },
    )
    await window.goTo('Settings')
    await window.settings.main.getByLabel('Zoom').selectOption(zoom)
    const factor = Number.parseInt(zoom) / 100
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / factor)
    await window.goTo('Sign-in')
    const found: unknown[] = []
    for (const { name, reach } of states)
      await test.step(name, async () => {
        await reach(application)
        for (const defect of await layoutDefects(page)) found.push(`${name}: ${defect}`)
      })
    expect(found).toEqual([])
  })
