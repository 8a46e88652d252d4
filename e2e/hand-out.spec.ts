import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from './application.ts'
import { filesUnder } from './files.ts'
import { takeScreenshotsOfSizes } from './screenshot.ts'

const password = 'Practice-Password-1!'

test('runs of the history are exported together, as a picture and by dragging, without secrets', async ({
  application,
  folder,
}, testInfo) => {
  const { electron, page, window } = application
  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  await window.signIn.signInAs('alice', 'Wrong-Password-9!')
  await window.timeline.toBeRefused()
  await window.goTo('History')
  const rows = window.history.list.getByRole('listitem')
  await expect(rows).toHaveCount(2)

  // Both runs, by the keyboard alone.
  await rows.first().getByRole('button').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+E')
  const many = page.getByRole('dialog', { name: 'Export 2 runs' })
  await expect(many.getByRole('region', { name: 'Beginning of the file' })).toContainText('‹')
  await many.getByText('What is replaced').click()
  await takeScreenshotsOfSizes(application, (end) => testInfo.outputPath(`export-${end}`))
  await many.getByText('What is replaced').click()
  await application.saveTo(join(folder, 'both.har'))
  await many.getByRole('button', { name: 'Save…' }).click()
  await expect(many).toBeHidden()
  const both = await readFile(join(folder, 'both.har'), 'utf8')
  expect((JSON.parse(both) as { log: { pages: unknown[] } }).log.pages).toHaveLength(2)
  expect(both).not.toContain('Password-')

  // One of them, as a picture that Chromium draws.
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await rows.first().getByRole('button').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  const one = page.getByRole('dialog', { name: 'Export the trace' })
  await one.getByLabel('Format').selectOption('png')
  await application.saveTo(join(folder, 'sequence.png'))
  await one.getByRole('button', { name: 'Save…' }).click()
  await expect(one).toBeHidden()
  const png = await readFile(join(folder, 'sequence.png'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(1520)
  await testInfo.attach('sequence', { path: join(folder, 'sequence.png') })

  // Dragged out: what the desktop is handed is a private file without secrets.
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents)
      contents.startDrag = ({ file, icon }) => {
        const hasIcon = typeof icon !== 'string' && !icon.isEmpty()
        Reflect.set(globalThis, 'dragged', hasIcon ? file : 'no icon')
      }
  })
  await rows.first().getByRole('button').dispatchEvent('dragstart')
  const dragged = () => electron.evaluate(() => String(Reflect.get(globalThis, 'dragged')))
  await expect.poll(dragged).toMatch(/\.har$/)
  const path = await dragged()
  expect(await readFile(path, 'utf8')).not.toContain(password)
  if (process.platform !== 'win32') expect((await stat(dirname(path))).mode & 0o077).toBe(0)
  await application.quit()
  expect(await filesUnder(dirname(path)).catch(() => [])).toEqual([])
})
