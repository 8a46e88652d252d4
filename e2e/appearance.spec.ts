import { expect, test } from './application.ts'
import { resize } from './screenshot.ts'
import { layoutDefects } from './layout-defects.ts'

const styleOf = (selector: string, name: string): readonly [string, string] => [selector, name]
const computedStyle = ([selector, name]: readonly [string, string]) => {
  const element = document.querySelector(selector)
  return element ? getComputedStyle(element).getPropertyValue(name) : ''
}

test('the theme follows the system while the window is open', async ({ application }) => {
  const { electron, page } = application
  const background = styleOf('body', 'background-color')
  for (const theme of ['dark', 'light', 'dark'] as const) {
    await electron.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    const wanted = theme === 'dark' ? 'rgb(22, 23, 26)' : 'rgb(246, 246, 244)'
    await expect.poll(() => page.evaluate(computedStyle, background)).toBe(wanted)
  }
})

test('forced colours show what is chosen, more contrast darkens lines, and motion can be off', async ({
  application: { page, window },
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const duration = await page.evaluate(computedStyle, styleOf('.thumb', 'transition-duration'))
  expect(Number.parseFloat(duration)).toBeLessThan(0.001)
  await page.emulateMedia({ reducedMotion: null })

  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  const line = styleOf('.timeline .card', 'border-top-color')
  const before = await page.evaluate(computedStyle, line)
  await page.emulateMedia({ contrast: 'more' })
  await expect.poll(() => page.evaluate(computedStyle, line)).not.toBe(before)

  await page.emulateMedia({ contrast: null, forcedColors: 'active' })
  const chosen = page.locator('nav [aria-current=page]')
  const other = page.locator('nav .item:not([aria-current])').first()
  const backgroundOf = (element: Element) => getComputedStyle(element).backgroundColor
  expect(await chosen.evaluate(backgroundOf)).not.toBe(await other.evaluate(backgroundOf))
  await expect(page.locator('li.on i').first()).not.toHaveCSS(
    'background-color',
    'rgba(0, 0, 0, 0)',
  )
})

for (const zoom of [50, 300])
  test(`the sign-in can be used at ${String(zoom)} percent, and a run of the history has room`, async ({
    application,
  }) => {
    const { electron, page, window } = application
    await resize(electron, page, { width: 1440, height: 900 })
    await window.goTo('Settings')
    await window.settings.main.getByLabel('Zoom').selectOption(`${String(zoom)}%`)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(144_000 / zoom)
    await window.goTo('Sign-in')
    await window.signIn.signInAs('alice', 'Not-The-Password-1!')
    await expect(window.timeline.region).toContainText('NotAuthorizedException')
    expect(await layoutDefects(page)).toEqual([])
    await window.goTo('History')
    await window.history.open('alice')
    // Beside the list it would be a column of a few letters.
    const run = page.getByRole('main', { name: 'History' })
    await expect.poll(async () => (await run.boundingBox())?.width).toBeGreaterThan(300)
  })

test('a name that is written from right to left turns nothing around it', async ({
  application: { page, window },
}) => {
  await window.signIn.signInAs('مريم-1', 'Not-The-Password-1!')
  await expect(window.timeline.region).toContainText('مريم-1')
  const name = page.locator('.totals strong')
  await expect(name).toHaveCSS('unicode-bidi', 'plaintext')
  // The flow stands after the name, although both its neighbours are neutral.
  const order = await page.evaluate(() => {
    const strong = document.querySelector('.totals strong')
    const range = document.createRange()
    if (!strong?.nextSibling) return undefined
    range.selectNode(strong.nextSibling)
    return range.getBoundingClientRect().left - strong.getBoundingClientRect().right
  })
  expect(order).toBeGreaterThanOrEqual(-1)
})
