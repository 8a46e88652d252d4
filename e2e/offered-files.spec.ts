import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { expect, test } from './application.ts'

const capture = (name: string): string =>
  join(import.meta.dirname, '../src-main/import/captures', name)

test('files that it is started with are opened one after another', async ({ application }) => {
  const missing = join(application.dataFolder, 'missing.har')
  await application.restart({ files: [capture('playwright-embed.har'), missing] })
  const dialog = application.page.getByRole('dialog')
  await expect(dialog).toContainText('playwright-embed.har · HAR of Playwright 1.65.1')
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('missing.har: There is no such file.')
  await application.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

/** Starts the application once more with a file, as the desktop does, and waits until it has ended. */
async function openInSecondInstance(dataFolder: string, path: string): Promise<void> {
  const second = spawn(
    electronExecutable(),
    [
      ...electronArguments(),
      `--user-data-dir=${dataFolder}`,
      resolve('.'),
      pathToFileURL(path).href,
    ],
    { stdio: 'ignore' },
  )
  await once(second, 'exit')
}

test('a file that is given to a second instance is opened in the window that is there', async ({
  application: { dataFolder, page },
}) => {
  await openInSecondInstance(dataFolder, capture('aws-cli-2.9.19-debug-ok.log'))
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('aws-cli-2.9.19-debug-ok.log · AWS CLI or botocore log')
  await dialog.getByRole('button', { name: 'Keep 1 sign-in' }).click()
  await expect(page.getByRole('main', { name: 'History' })).toContainText('imported from')
})

test('a file that is given while a profile is entered waits, and nothing that was typed is lost', async ({
  application: { dataFolder, page, window },
}) => {
  await page.keyboard.press('ControlOrMeta+N')
  const dialog = window.profiles.newDialog
  const name = dialog.getByLabel('Name', { exact: true })
  await name.fill('Shop')
  await openInSecondInstance(dataFolder, capture('aws-cli-2.9.19-debug-ok.log'))
  await expect(page.getByText('The file opens once this dialog is closed.')).toBeVisible()
  await expect(name).toHaveValue('Shop')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toContainText('Discard what you entered?')
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('dialog')).toContainText('aws-cli-2.9.19-debug-ok.log')
})
