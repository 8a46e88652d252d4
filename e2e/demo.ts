// Drives the real application through its window: a sign-in by SRP with an authenticator's code
// against the practice pool, to tokens. Leaves screenshots and exports in AUTHSCOPE_DEMO_FOLDER.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readTrace } from '#engine/export/trace-json.ts'
import { timeline as timelineOf } from '#engine/trace/timeline.ts'
import { answerSaveDialogs, launch, type Launched } from './launch.ts'
import { resize, takeScreenshotsInBothThemes } from './screenshot.ts'
import { timelineText } from './timeline-text.ts'
import { AuthscopeWindow } from './window.ts'

const folder = resolve(process.env['AUTHSCOPE_DEMO_FOLDER'] ?? 'demo')
const size = { width: 1440, height: 900 } as const
const say = (text: string): void => console.log(text)

const temporary = await mkdtemp(join(tmpdir(), 'authscope-demo-'))
const launched = await launch({ dataFolder: join(temporary, 'data') })
try {
  await show(launched)
} finally {
  await launched.quit()
  await rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
const faults = await launched.faults()
if (faults.length > 0) {
  say(`\nThe application had faults:\n${faults.join('\n')}`)
  process.exitCode = 1
}

async function show({ electron, page }: Launched): Promise<void> {
  const window = new AuthscopeWindow(page)
  const { exporting, inspector, practice, profiles, signIn, timeline, tokens } = window
  await resize(electron, page, size)
  // Without a keyring the question about storage is part of what there is to see.
  if (await window.consent.isPending()) {
    await takeScreenshot('storage')
    await window.consent.memoryOnly()
  }
  await profiles.waitForPractice()
  say('Authscope has started; the practice pool is running and selected.')

  await profiles.startNew({
    name: 'Shop',
    userPoolId: 'arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Shop4Demo',
    clientId: '7exampleappclientid0000007',
    clientSecret: 'an-example-that-opens-nothing',
    username: 'anna@example.com',
  })
  await profiles.newDialog.getByLabel('Production: real users sign in here').check()
  await profiles.newDialog.getByRole('radio', { name: 'red' }).check({ force: true })
  await takeScreenshot('profile')
  await profiles.finishNew()
  await takeScreenshot('production')
  await profiles.choose('Practice: web-public')

  say('Signing in as sms-user, who is asked for a code by text message.')
  await signIn.signInAs('sms-user')
  await timeline.toWaitFor('SMS_MFA')
  await takeScreenshot('challenge')
  await timeline.answerCode('000000')
  await timeline.toWaitForAnother('SMS_MFA')
  await takeScreenshot('wrong-code')
  await timeline.useCodeFromOutbox()
  await timeline.toBeSignedIn()

  say('Signing in with a wrong password, to see why it is refused.')
  await signIn.signInAs('alice', 'Wrong-Password-9!')
  await timeline.toBeRefused()
  await takeScreenshot('refusal')

  say('Signing in as totp-user by USER_SRP_AUTH, with the code of an authenticator.')
  await signIn.signInAs('totp-user')
  await timeline.toBeSignedIn()
  await tokens.toBeChecked()
  await takeScreenshot('sign-in')
  const claims = {
    'ID token': await tokens.claims('ID token'),
    'Access token': await tokens.claims('Access token'),
  }
  await saveAs('HAR 1.2', 'trace.har')
  await saveAs('Authscope JSON', 'trace.json')

  await timeline.select(2)
  await inspector.open('SRP')
  await takeScreenshot('srp')
  await inspector.open('Timing')
  await takeScreenshot('timing')
  await inspector.open('Request')
  await takeScreenshot('request')
  await window.goTo('Tokens')
  await tokens.toBeChecked()
  await takeScreenshot('tokens')
  await window.goTo('Practice pool')
  await practice.main.getByRole('heading', { name: 'Outbox' }).waitFor()
  await takeScreenshot('practice')
  await window.goTo('History')
  await window.history.open('alice')
  await timeline.toBeRefused({ live: false })
  await takeScreenshot('history')
  await window.goTo('Settings')
  await takeScreenshot('settings')
  await window.goTo('Sign-in')
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('dialog').waitFor()
  await takeScreenshot('palette')
  await page.keyboard.press('Escape')

  await tell()

  /** The window as it is now, as a light and as a dark system shows it. */
  async function takeScreenshot(name: string): Promise<void> {
    await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
      join(folder, `${name}-${theme}.png`),
    )
    say(`  ${name}-light.png, ${name}-dark.png`)
  }

  async function saveAs(format: 'HAR 1.2' | 'Authscope JSON', name: string): Promise<void> {
    await answerSaveDialogs(electron, join(folder, name))
    await exporting.open()
    await exporting.choose(format, 'Redacted')
    if (name === 'trace.har') await takeScreenshot('export')
    await exporting.save()
    await window.dismissNotices()
    say(`  ${name}`)
  }

  /** Says what the exported trace contains, and what the window shows of the tokens. */
  async function tell(): Promise<void> {
    const read = readTrace(await readFile(join(folder, 'trace.json'), 'utf8'))
    if (!read.ok) throw new Error(read.message)
    // The export has a mark instead of the user's name.
    say(`\n${timelineText({ ...timelineOf(read.trace.events), username: 'totp-user' })}`)
    for (const [token, ofToken] of Object.entries(claims)) {
      say(`\n${token}`)
      const width = Math.max(...ofToken.map(({ name }) => name.length))
      for (const { meaning, name, value } of ofToken)
        say(`  ${name.padEnd(width)}  ${value}\n  ${' '.repeat(width)}  ${meaning}`)
    }
    say(`\nScreenshots and exports are in ${folder}`)
  }
}
