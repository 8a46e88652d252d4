import { readFile } from 'node:fs/promises'
import { expect, test } from './application.ts'
import { answerOpenDialogs } from './launch.ts'
import { takeScreenshotsOfSizes } from './screenshot.ts'

const passphrase = 'correct horse battery'

test('the whole history is exported with a passphrase, and a deleted run comes back from the file', async ({
  application,
}, testInfo) => {
  const { page, window } = application
  const picture = (name: string) =>
    takeScreenshotsOfSizes(application, (end) => testInfo.outputPath(`${name}-${end}`))
  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  const path = testInfo.outputPath('history.age')
  await application.saveTo(path)
  await page.keyboard.press('ControlOrMeta+Shift+E')
  const exporting = page.getByRole('dialog', { name: 'Export the whole history' })
  await expect(exporting).toContainText('Contents: 1 run, from')
  await exporting.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await exporting.getByLabel('Repeat the passphrase').fill(passphrase)
  await picture('export')
  await exporting.getByRole('button', { name: 'Save…' }).click()
  await expect(exporting).toBeHidden()
  expect((await readFile(path)).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)

  await window.goTo('History')
  await window.history.list.getByRole('listitem').first().getByRole('button').focus()
  await page.keyboard.press('Delete')
  await application.restart()
  await answerOpenDialogs(application.electron, path)
  await application.window.goTo('History')
  await application.page.keyboard.press('ControlOrMeta+Alt+O')
  const importing = application.page.getByRole('dialog', { name: 'Import an encrypted history' })
  await importing.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(importing).toContainText('history.age')
  await importing.getByLabel('Passphrase').fill(passphrase)
  await importing.getByRole('button', { name: 'Read the file' }).click()
  await expect(importing).toContainText('0 of them are in the history already')
  await picture('import')
  await importing.getByRole('button', { name: 'Import 1' }).click()
  await expect(importing).toBeHidden()
  await expect(application.window.history.list.getByRole('listitem')).toHaveCount(1)
})
