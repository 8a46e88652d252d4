import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './application.ts'
import { press, pressUntil } from './by-keyboard.ts'
import { expectFocusSeen, focusOf } from './focus.ts'

test.describe('from the first start', () => {
  test.use({ keyring: false })

  test('a sign-in and its export work with the keyboard alone', async ({
    folder,
    freshApplication,
  }) => {
    const { page, window } = freshApplication
    await window.consent.dialog.waitFor()
    await pressUntil(page, 'Tab', /Store encrypted/)
    await press(page, 'Enter')
    await expect(window.consent.dialog).toBeHidden()
    await window.profiles.waitForPractice()

    await press(page, 'ControlOrMeta+K')
    await page.keyboard.type('sign sms')
    await expect(page.getByRole('option', { selected: true })).toContainText('Sign in as sms-user')
    await press(page, 'Enter')
    await expect(window.signIn.field('Username')).toHaveValue('sms-user')
    await press(page, 'ControlOrMeta+Enter')
    await window.timeline.toWaitFor('SMS_MFA')
    await expect(window.timeline.answer.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('000000')
    await press(page, 'Enter')
    await expect(window.timeline.answer).toContainText('That answer was rejected.')
    await expect(window.timeline.answer.getByRole('textbox')).toBeFocused()
    const offer = window.timeline.answer.getByRole('button', { name: /from the practice outbox/ })
    await page.keyboard.type((await offer.innerText()).replace(/\D/g, ''))
    await press(page, 'Enter')
    await window.timeline.toBeSignedIn()
    await expectFocusSeen(page, 'once the form is gone')

    // From the last step to the first, and its request in the inspector.
    const line = (number: number) =>
      page.getByRole('button', { name: new RegExp(`^Step ${number},`) })
    await expect(window.timeline.step(4).locator(':focus')).toHaveCount(1)
    await press(page, 'k')
    await press(page, 'ArrowUp')
    await press(page, 'ArrowUp')
    await expect(line(1)).toBeFocused()
    await press(page, 'ArrowUp')
    await expect(line(1)).toHaveAttribute('aria-current', 'step')
    await press(page, 'j')
    await expect(line(2)).toHaveAttribute('aria-current', 'step')
    await press(page, 'ArrowUp')
    await pressUntil(page, 'Tab', /^button Explain/)
    await press(page, 'ArrowRight')
    await expect(page.getByRole('tabpanel', { name: 'Request', exact: true })).toContainText('POST')
    await pressUntil(page, 'Tab', /Request body/)

    await freshApplication.saveTo(join(folder, 'by-keyboard.json'))
    await press(page, 'ControlOrMeta+E')
    await window.exporting.dialog.waitFor()
    const format = window.exporting.dialog.getByLabel('Format')
    await expect(format).toBeFocused()
    for (let moves = 0; (await format.inputValue()) !== 'json'; moves += 1) {
      expect(moves, 'arrows to JSON').toBeLessThan(12)
      await press(page, 'ArrowDown')
    }
    await expect(window.exporting.dialog.getByRole('button', { name: 'Save…' })).toBeEnabled()
    await pressUntil(page, 'Tab', /^button Save…/)
    await press(page, 'Enter')
    await expect(window.exporting.dialog).toBeHidden()
    await expectFocusSeen(page, 'once the export is saved')
    expect(await readFile(join(folder, 'by-keyboard.json'), 'utf8')).toContain('authscope-trace')
  })
})

test('every shortcut opens its view and moves the focus there', async ({ application }) => {
  const { page, window } = application
  for (const [key, main] of [
    ['2', 'History'],
    ['3', 'Tokens'],
    ['4', 'Practice pool'],
    ['5', 'Account'],
    ['6', 'Devices and passkeys'],
    [',', 'Settings'],
    ['1', 'Sign-in'],
  ] as const) {
    await press(page, `ControlOrMeta+${key}`)
    await expect(page.getByRole('main', { name: main })).toBeVisible()
    await expectFocusSeen(page, `in ${main}`)
  }
  await press(page, 'Tab')
  for (const [key, dialog] of [
    ['F1', 'Keyboard shortcuts'],
    ['ControlOrMeta+N', 'New profile'],
    ['ControlOrMeta+K', 'Search commands'],
  ] as const) {
    const before = await focusOf(page)
    await press(page, key)
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    await press(page, 'Shift+Tab')
    await press(page, 'Tab')
    await press(page, 'Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect.poll(() => focusOf(page), `the focus after ${dialog}`).toEqual(before)
  }

  // A profile of one's own by copying, and away with it by Delete; Undo is a button like any other.
  await press(page, 'ControlOrMeta+D')
  const copy = 'Practice: web-public copy'
  await expect(window.profiles.profile(copy)).toHaveAttribute('aria-current', 'true')
  await pressUntil(page, 'Shift+Tab', /^button Practice: web-public copy$/)
  await press(page, 'Delete')
  await expect(window.profiles.profile(copy)).toHaveCount(0)
  await expectFocusSeen(page, 'once the profile is gone')
  await pressUntil(page, 'Tab', /Undo/, 60)
  await press(page, 'Enter')
  await expect(window.profiles.profile(copy)).toHaveCount(1)
  await window.profiles.act(copy, 'Delete')
  await page.getByRole('button', { name: 'Dismiss notice' }).click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(window.profiles.profile(copy)).toHaveCount(1)

  await window.signIn.pressKeyToRun()
  await window.timeline.toBeSignedIn()
  await press(page, 'ControlOrMeta+2')
  await press(page, 'ControlOrMeta+F')
  await expect(page.getByRole('searchbox', { name: 'Search the history' })).toBeFocused()
  await press(page, 'ArrowDown')
  await press(page, 'Enter')
  await expect(page.getByRole('main', { name: 'History' })).toContainText('signed in')
  await press(page, 'Delete')
  await expect(page.getByText('No runs yet')).toBeVisible()
  await expectFocusSeen(page, 'once the run is gone')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(
    page.getByRole('region', { name: 'Earlier runs' }).getByRole('listitem'),
  ).toHaveCount(1)
})

test('keys for a profile mean the one in the list that has the focus', async ({
  application: { page, window },
}) => {
  const first = window.profiles.profile('Practice: web-public')
  await expect(first).toHaveAttribute('aria-current', 'true')
  await first.focus()
  await press(page, 'ArrowDown')
  await expect(window.profiles.profile('Practice: server-secret')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+D')
  const copy = window.profiles.profile('Practice: server-secret copy')
  await expect(copy).toHaveAttribute('aria-current', 'true')
  await window.profiles.choose('Practice: web-public')
  await copy.focus()
  await page.keyboard.press('F2')
  const name = window.profiles.editDialog.getByLabel('Name', { exact: true })
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Practice: server-secret copy')
  await name.fill('Server')
  await page.keyboard.press('Enter')
  await expect(window.profiles.profile('Server')).toHaveAttribute('aria-current', 'true')
})

test('hiding the sidebar leaves the inspector and every profile within reach', async ({
  application: { page, window },
}) => {
  await page.keyboard.press('ControlOrMeta+D')
  await window.profiles.profile('Practice: web-public copy').waitFor()
  await page.keyboard.press('ControlOrMeta+B')
  const side = page.getByRole('navigation', { name: 'Main' })
  await expect.poll(async () => (await side.boundingBox())?.width).toBeLessThan(60)
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  await window.profiles.showPractice()
  await side.getByRole('button', { name: 'Practice: srp-only', exact: true }).click()
  await page.keyboard.press('ControlOrMeta+B')
  const chosen = window.profiles.profile('Practice: srp-only')
  await expect(chosen).toHaveAttribute('aria-current', 'true')
  await expect.poll(async () => (await side.boundingBox())?.width).toBeGreaterThan(180)
})

test('every part of the practice view is reached by its name', async ({
  application: { page, window },
}) => {
  await window.goTo('Practice pool')
  const parts = window.practice.main.getByRole('navigation')
  for (const part of ['Outbox', 'Fault injection', 'Practice5']) {
    await parts.getByRole('button', { name: part }).focus()
    await press(page, 'Enter')
    expect(await focusOf(page)).toEqual({ place: `h2 ${part}`, visible: true })
  }
})

test('every Tab stop is visible, has a name, and can be left', async ({
  application: { page, window },
}) => {
  await window.signIn.pressKeyToRun()
  await window.timeline.toBeSignedIn()
  // The practice view has a few stops for each of its users.
  const max = 300
  for (const key of ['1', '2', '3', '4', '5', '6', ',']) {
    await page.keyboard.press(`ControlOrMeta+${key}`)
    await page.getByRole('button', { name: 'Search commands' }).focus()
    const first = await focusOf(page)
    const places: string[] = []
    for (let here = first; places.length < max; here = await focusOf(page)) {
      if (places.length > 0 && here.place === first.place) break
      places.push(here.place)
      expect(here, `stop ${places.length} of Ctrl ${key}`).toMatchObject({ visible: true })
      expect(here.place, `stop ${places.length} of Ctrl ${key}`).toMatch(/^\S+ \S/)
      await page.keyboard.press('Tab')
      // From the last place Tab leads out of the page, and the next one back into it.
      if ((await focusOf(page)).place === 'nowhere') await page.keyboard.press('Tab')
    }
    expect(places.length, `stops of Ctrl ${key}`).toBeLessThan(max)
    expect(places.length, `stops of Ctrl ${key}`).toBeGreaterThan(12)
  }
})

test('a command gets other keys in the list of keys, and a conflict is named', async ({
  application: { page, window },
}) => {
  await press(page, 'F1')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await dialog.getByRole('button', { name: 'Change the keys: History, Ctrl 2' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+K')
  await expect(dialog.getByRole('alert')).toContainText(
    'Ctrl K is already assigned to “Search commands…”.',
  )
  await expect(dialog.getByRole('button', { name: 'Reassign' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toHaveCount(0)

  await dialog.getByRole('button', { name: 'Change the keys: History, Ctrl 2' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('F9')
  await expect(dialog.getByRole('button', { name: 'Change the keys: History, F9' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('ControlOrMeta+2')
  await expect(page.getByRole('main', { name: 'Sign-in' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('main', { name: 'History' })).toBeVisible()

  // Its own keys are given to another command, and are not taken from that without a question.
  await window.goTo('Settings')
  await page.getByRole('button', { name: 'Change keys…' }).click()
  await dialog.getByRole('button', { name: /^Change the keys: Tokens,/ }).click()
  await page.keyboard.press('ControlOrMeta+2')
  await expect(
    dialog.getByRole('button', { name: 'Change the keys: Tokens, Ctrl 2' }),
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Reset the keys: History' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Ctrl 2 is already assigned to “Tokens”.')
  await dialog.getByRole('button', { name: 'Reassign' }).click()
  await expect(dialog.getByRole('button', { name: 'Change the keys: Tokens, none' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Reset all' }).click()
  await expect(
    dialog.getByRole('button', { name: 'Change the keys: History, Ctrl 2' }),
  ).toBeVisible()
})

test('the inspector is resized by mouse and by keys, and keeps its width in the next view', async ({
  application: { page },
}) => {
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  const handle = page.getByRole('separator', { name: 'Width of inspector' })
  const width = async () => (await inspector.boundingBox())?.width ?? 0
  const before = await width()
  const box = await handle.boundingBox()
  if (!box) throw new Error('The handle is not shown.')
  await page.mouse.move(box.x + 2, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x - 60, box.y + 100, { steps: 4 })
  await page.mouse.up()
  await expect.poll(width).toBeGreaterThan(before + 40)

  await handle.focus()
  const dragged = await width()
  await press(page, 'ArrowRight')
  await expect.poll(width).toBeLessThan(dragged)
  await press(page, 'F6')
  await expect(inspector.locator(':focus')).toHaveCount(1)

  const kept = await width()
  await press(page, 'ControlOrMeta+5')
  await expect(page.getByRole('main', { name: 'Account' })).toBeVisible()
  await expect.poll(async () => Math.abs((await width()) - kept)).toBeLessThan(3)
})
