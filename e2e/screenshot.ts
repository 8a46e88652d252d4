import type { ElectronApplication, Locator, Page } from '@playwright/test'

/** What a light and a dark system show, one after the other; the light one stays. */
export async function takeScreenshotsInBothThemes(
  electron: ElectronApplication,
  page: Page,
  what: Page | Locator,
  pathOf: (theme: 'light' | 'dark') => string,
): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await electron.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    await page.waitForFunction(
      (wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches,
      theme,
    )
    await what.screenshot({ path: pathOf(theme), animations: 'disabled' })
  }
}

/** Makes the window so large that its contents have this size. */
export async function resize(
  electron: ElectronApplication,
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { height, width }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  await page.waitForFunction(({ width }) => innerWidth === width, size)
}

/**
 * What the window shows in a usual and in a small size, in both themes.
 * @param pathOf the path of a picture that ends so, such as `900-dark.png`
 */
export async function takeScreenshotsOfSizes(
  { electron, page }: { readonly electron: ElectronApplication; readonly page: Page },
  pathOf: (end: string) => string,
): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [900, 600],
  ] as const) {
    await resize(electron, page, { width, height })
    await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
      pathOf(`${String(width)}-${theme}.png`),
    )
  }
}
