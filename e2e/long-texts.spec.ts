import type { Locator } from '@playwright/test'
import { expect, test } from './application.ts'
import { webPublic } from './practice-users.ts'
import { callRaw } from './raw-bridge.ts'
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
    expect(await overflowing(page.locator('body')), JSON.stringify(size)).toEqual([])
    await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
      pathOf(`too-long-${String(size.width)}-${theme}`),
    )
  }
})

test('a long username fits into the head of its timeline and its row', async ({
  application,
  servers,
}) => {
  const { electron, page, window } = application
  const pool = await servers.pool()
  await window.profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  const profiles = (await callRaw(page, 'profile.list')).value as readonly {
    readonly id: string
    readonly name: string
  }[]
  // Not from the form, which does not send it: as another client would.
  await callRaw(page, 'run.start', {
    profileId: profiles.find(({ name }) => name === 'Foreign')?.id,
    flow: 'USER_PASSWORD_AUTH',
    parameters: { USERNAME: longName },
    secrets: { PASSWORD: 'Some-Password-1!' },
    clientMetadata: {},
    analyticsEndpointId: '',
    userContextData: { IpAddress: '' },
    automatic: { srp: true, totp: true, passkey: true, device: true },
  })
  await window.goTo('History')
  await window.history.open(longName)
  for (const size of sizes) {
    await resize(electron, page, size)
    await expect(window.timeline.region).toBeVisible()
    expect(await overflowing(page.locator('body')), JSON.stringify(size)).toEqual([])
    await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
      pathOf(`head-${String(size.width)}-${theme}`),
    )
  }
})
