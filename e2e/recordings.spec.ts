import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test, type Application } from './application.ts'
import { dropFile } from './drop-file.ts'
import { seriousViolations } from './axe.ts'
import { filesUnder } from './files.ts'
import { answerOpenDialogs } from './launch.ts'
import { resize, takeScreenshotsInBothThemes } from './screenshot.ts'

const capture = (name: string): string =>
  join(import.meta.dirname, '../src-main/import/captures', name)

const dialogOf = ({ page }: Application) => page.getByRole('dialog')

test('a HAR is previewed before it is kept, and then is in the history as imported', async ({
  application,
}, testInfo) => {
  const { electron, page } = application
  await answerOpenDialogs(electron, capture('firefox-esr-auto-export.har'))
  await page.keyboard.press('Control+o')
  const dialog = dialogOf(application)
  await expect(dialog).toContainText('firefox-esr-auto-export.har · HAR of Firefox 153.8.0')
  await expect(dialog).toContainText('14 sign-ins · 16 other entries dropped')
  await expect(dialog.getByRole('checkbox')).toHaveCount(14)
  await expect(dialog).not.toContainText('Practice-Password')
  expect(await seriousViolations(page)).toEqual([])
  for (const size of [
    { width: 900, height: 600 },
    { width: 1440, height: 900 },
  ]) {
    await resize(electron, page, size)
    await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
      testInfo.outputPath(`recording-${String(size.width)}-${theme}.png`),
    )
  }

  await dialog.getByRole('button', { name: 'None' }).click()
  await dialog.getByRole('checkbox').nth(12).check()
  await dialog.getByRole('button', { name: 'Keep 1 sign-in' }).click()
  const history = page.getByRole('region', { name: 'Earlier runs' })
  await expect(history.getByText('imported')).toHaveCount(1)
  const timeline = page.getByRole('main', { name: 'History' })
  await expect(timeline).toContainText('imported from firefox-esr-auto-export.har')
  await expect(timeline).toContainText('PASSWORD_VERIFIER')

  // Opened again, it is not kept twice.
  await page.keyboard.press('Control+o')
  await expect(dialog.getByRole('checkbox', { disabled: true })).toHaveCount(1)
  await expect(dialog).toContainText('already in the history')
  await dialog.getByRole('button', { name: 'Keep 13 sign-ins' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(history.getByText('imported')).toHaveCount(14)
  await application.window.goTo('Sign-in')
  await page.keyboard.press('Control+o')
  await expect(
    page.getByText('firefox-esr-auto-export.har is already in the history.'),
  ).toBeVisible()
  await expect(timeline).toContainText('imported from firefox-esr-auto-export.har')
  await expect(history.getByText('imported')).toHaveCount(14)
})

test('what is missing from a recording is shown as not captured', async ({ application }) => {
  const { page } = application
  await dropFile(application, capture('devtools-preserved-log-after-navigation.har'))
  await dialogOf(application).getByRole('button', { name: 'Keep 2 sign-ins' }).click()
  const timeline = page.getByRole('main', { name: 'History' })
  await expect(timeline).toContainText('The answer was not captured')
  await timeline.getByRole('button', { name: /InitiateAuth/ }).click()
  const inspector = await application.window.inspector.open('Response')
  await expect(inspector).toContainText('Not captured: response body.')
  await expect(inspector).not.toContainText('The body is empty')
})

test('a log is opened from the clipboard, and its password never reaches the window', async ({
  application,
}) => {
  const { electron, page } = application
  const log = await readFile(capture('aws-cli-2.9.19-debug-refused-json-parameters.log'), 'utf8')
  await electron.evaluate(({ clipboard }, text) => {
    void clipboard.writeText(text)
  }, log)
  await page.keyboard.press('Control+Shift+v')
  await expect(dialogOf(application)).toContainText('Clipboard · AWS CLI or botocore log')
  await dialogOf(application).getByRole('button', { name: 'Keep 1 sign-in' }).click()
  await expect(page.getByRole('main', { name: 'History' })).toContainText('NotAuthorizedException')
  expect(await page.content()).not.toContain('Quote')
  // A log has no phases, and says nothing of the connection.
  await page
    .getByRole('main', { name: 'History' })
    .getByRole('button', { name: /InitiateAuth/ })
    .click()
  const timing = await application.window.inspector.open('Timing')
  await expect(timing).toContainText('Not captured: timings.')
  await expect(timing).not.toContainText('in all')
  await expect(timing).toContainText('Connectionnot recorded')
})

test('a file of no known kind is refused with an explanation, and nothing is kept', async ({
  application,
}) => {
  const { page } = application
  await dropFile(application, join(import.meta.dirname, 'recordings.spec.ts'))
  await expect(dialogOf(application).getByRole('alert')).toContainText(
    'Paste a user pool ID, an ARN or a URL of the pool, amplify_outputs.json,',
  )
  await page.keyboard.press('Escape')
  await expect(dialogOf(application)).toHaveCount(0)
  await application.window.goTo('History')
  await expect(page.getByText('imported', { exact: true })).toHaveCount(0)
})

test('the menu and the palette open a recording, and nothing of it is written before it is kept', async ({
  application,
}) => {
  const { dataFolder, electron, page } = application
  const stored = async () => {
    const files = (await filesUnder(dataFolder)).filter((path) => /traces|history/.test(path))
    const hashes = files.map(async (path) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    )
    return [files, await Promise.all(hashes)]
  }
  await application.window.goTo('History')
  await expect(page.getByText('No runs yet')).toBeVisible()
  const before = await stored()
  await answerOpenDialogs(electron, capture('mitmproxy-har_dump.har'))
  const openings = [
    () =>
      electron.evaluate(({ Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('recording.open')?.click()
      }),
    async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('open a recording')
      await page.keyboard.press('Enter')
    },
  ]
  for (const open of openings) {
    await open()
    await expect(dialogOf(application)).toContainText('HAR of mitmproxy har_dump 0.1')
    await dialogOf(application).getByRole('button', { name: 'Discard' }).click()
    await expect(dialogOf(application)).toHaveCount(0)
  }
  expect(await stored()).toEqual(before)
})

test('a large file shows how much was read, and Cancel ends it', async ({
  application,
  folder,
}) => {
  const { page } = application
  const path = join(folder, 'large.har.gz')
  // Parts that were compressed one by one are one file: 6 GB, of which the disk has a few megabytes.
  const entries = gzipSync(`{"request":{"url":"${'a'.repeat(1 << 20)}"}},`.repeat(32))
  const parts = Array.from({ length: 192 }, () => entries)
  await writeFile(
    path,
    Buffer.concat([gzipSync('{"log":{"entries":['), ...parts, gzipSync('{}]}}')]),
  )
  await dropFile(application, path)
  await expect
    .poll(() => page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value))
    .toBeGreaterThan(0)
  await dialogOf(application).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialogOf(application)).toHaveCount(0)
  // The next one is not held up by it.
  await dropFile(application, capture('boto3-1.26.27-stream-logger-ok.log'))
  await expect(dialogOf(application)).toContainText('AWS CLI or botocore log of Boto3 1.26.27')
})
