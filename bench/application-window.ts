import { resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'

/** The built application in a window of its own. */
export interface ApplicationWindow {
  readonly electron: ElectronApplication
  readonly page: Page
}

/** @param data the folder that it keeps its files in */
export async function openApplication(data: string): Promise<ApplicationWindow> {
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...electronArguments(), `--user-data-dir=${data}`, resolve('.')],
  })
  return { electron, page: await electron.firstWindow() }
}

/** Signs in to the practice pool, up to the tokens. */
export async function signInToPractice(page: Page): Promise<void> {
  const username = page.getByRole('region', { name: 'Request' }).getByLabel(/^Username/)
  await username.fill('alice')
  // The list of practice users covers what comes next.
  await username.press('Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: 'Show the tokens' }).waitFor()
}
