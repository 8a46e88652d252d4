import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from './application.ts'
import { answerOpenDialogs } from './launch.ts'
import { resize, takeScreenshotsInBothThemes } from './screenshot.ts'

const longName = `${'a-very-long-part-'.repeat(17)}of-a-name`
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
]

/** The boxes in this one whose contents are wider than they are, and not cut off on purpose. */
const overflowing = (region: Locator): Promise<readonly string[]> =>
  region.evaluate((root) =>
    [root, ...root.querySelectorAll('*')]
      // What is folded away has no layout.
      .filter((one) => one.checkVisibility())
      .filter((one) => !one.matches('input, textarea, .visually-hidden'))
      .filter((one) => getComputedStyle(one).overflowX === 'visible')
      .filter((one) => getComputedStyle(one).display !== 'inline')
      .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth + 1)
      .map(({ className, tagName }) => `${tagName}.${String(className)}`),
  )

const pathOf = (name: string) => test.info().outputPath(`${name}.png`)

test('a username that is too long is not sent, and nothing overflows', async ({ application }) => {
  const { electron, page, window } = application
  const { signIn, timeline } = window
  expect(longName).toHaveLength(298)
  await signIn.typeUser(longName)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(signIn.request).toContainText('at most 128 characters')
  await expect(signIn.button).toBeDisabled()
  await expect(timeline.region).toBeHidden()
  for (const size of sizes) {
    await resize(electron, page, size)
    await expect.poll(() => overflowing(page.locator('body')), JSON.stringify(size)).toEqual([])
    await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
      pathOf(`too-long-${String(size.width)}-${theme}`),
    )
  }
})

test('a long username fits into the head of its timeline and its row', async ({
  application,
  folder,
}) => {
  const { electron, page, window } = application
  // No form sends such a name; a trace from elsewhere may have one.
  const exported = await readFile(
    join(import.meta.dirname, '../src-engine/trace/versions/version-3.json'),
    'utf8',
  )
  const path = join(folder, 'long-name.json')
  await writeFile(path, exported.replaceAll('ana.canary@example.com', longName))
  await answerOpenDialogs(electron, path)
  await page.keyboard.press('ControlOrMeta+O')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep 1 sign-in' }).click()
  await expect(window.timeline.region).toContainText(longName)
  for (const size of sizes) {
    await resize(electron, page, size)
    await expect(window.timeline.region).toBeVisible()
    await expect.poll(() => overflowing(page.locator('body')), JSON.stringify(size)).toEqual([])
    await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
      pathOf(`head-${String(size.width)}-${theme}`),
    )
  }
})
