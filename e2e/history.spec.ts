import type { TestInfo } from '@playwright/test'
import { expect, test, type Application } from './application.ts'
import { takeScreenshotsOfSizes } from './screenshot.ts'

/** Takes pictures of the window in two sizes and both themes. */
const pictures = (application: Application, testInfo: TestInfo) => (name: string) =>
  takeScreenshotsOfSizes(application, (end) => testInfo.outputPath(`${name}-${end}`))

test('a failed sign-in is found by a filter, pinned, noted, deleted and restored with the keyboard', async ({
  application,
}, testInfo) => {
  const { page, window } = application
  await window.signIn.signInAs('alice')
  await window.timeline.toBeSignedIn()
  await window.signIn.signInAs('alice', 'Wrong-Password-9!')
  await window.timeline.toBeRefused()
  await window.signIn.signInAs('totp-user')
  await window.timeline.toBeSignedIn()
  await window.goTo('History')
  const rows = window.history.list.getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await window.history.open('totp-user')
  await window.timeline.toBeSignedIn()

  const picture = pictures(application, testInfo)
  await picture('list')

  // The refused sign-in of alice and the one before it.
  await rows.nth(1).getByRole('button').click()
  await rows
    .nth(2)
    .getByRole('button')
    .click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('toolbar', { name: 'Selected runs' }).getByText('Compare').click()
  await expect(page.getByRole('table', { name: /PASSWORD_VERIFIER/ })).toContainText('refused')
  await page.keyboard.press('f')
  await expect(page.getByRole('listitem').filter({ hasText: 'first difference' })).toBeFocused()
  await picture('compare')
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+F')
  const filter = page.getByRole('searchbox', { name: 'Search the history' })
  await expect(filter).toBeFocused()
  await page.keyboard.type('us')
  await expect(page.getByRole('option', { name: /^user:/ })).toBeVisible()
  await picture('completion')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('alice status:refused ')
  await expect(rows).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Remove user:alice' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('p')
  await expect(rows.getByRole('img', { name: 'pinned' })).toBeVisible()
  await page.keyboard.press('n')
  await page.getByRole('dialog', { name: 'Note' }).getByLabel('Note').fill('Ask the pool’s owner')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(rows.getByRole('img', { name: 'has a note' })).toBeVisible()
  await picture('filtered')

  await rows.first().getByRole('button').focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(rows).toHaveCount(1)

  await page.getByRole('button', { name: 'Clear the filter' }).or(filter).first().focus()
  await filter.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(3)

  await application.restart()
  await application.window.goTo('History')
  await application.page
    .getByRole('searchbox', { name: 'Search the history' })
    .fill('pinned owner ')
  await expect(application.window.history.list.getByRole('listitem')).toHaveCount(1)
})

test('what runs add up to, and where the time of one went, is read with the keyboard', async ({
  application,
}, testInfo) => {
  const { page, window } = application
  const picture = pictures(application, testInfo)
  await window.signIn.signInAs('alice', 'Wrong-Password-9!')
  await window.timeline.toBeRefused()
  await window.signIn.signInAs('totp-user')
  await window.timeline.toBeSignedIn()
  await window.signIn.signInAs('alice', 'Wrong-Password-8!')
  await window.timeline.toBeRefused()
  await page.keyboard.press('ControlOrMeta+Shift+N')
  const statistics = page.getByRole('heading', { name: 'Statistics' })
  await expect(statistics).toBeVisible()
  await expect(page.getByText('3 runs, 2 failed (66.7%)')).toBeVisible()
  const steps = page.getByRole('region', { name: 'Duration of each step, as a table' })
  await expect(steps.getByRole('row', { name: /^SOFTWARE_TOKEN_MFA/ })).toContainText('ms')
  await picture('statistics')
  const errors = page.getByRole('region', { name: 'Errors by code, as a table' })
  await errors.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(window.history.list.getByRole('listitem')).toHaveCount(2)
  await page.getByText('2 runs, 2 failed').waitFor()
  await page.keyboard.press('Escape')
  await expect(statistics).toBeHidden()

  await page.getByRole('searchbox', { name: 'Search the history' }).fill('')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await window.history.open('totp-user')
  await page.getByRole('button', { name: 'Waterfall' }).click()
  const waterfall = page.getByRole('table', { name: 'Waterfall' })
  await expect(waterfall.getByRole('row', { name: /^Step 3: SOFTWARE_TOKEN_MFA/ })).toContainText(
    'session of step 2',
  )
  await picture('waterfall')
  await waterfall.getByRole('button').first().focus()
  await page.keyboard.press('z')
  await picture('waterfall-zoomed')
  await page.keyboard.press('0')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(waterfall.locator('[aria-current=true]').first()).toBeVisible()
})
