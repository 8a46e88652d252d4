import { expect, test } from './application.ts'
import { takeScreenshotsOfSizes } from './screenshot.ts'

test('two sign-ins are compared with a known good one with the keyboard', async ({
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
  await rows.first().getByRole('button').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('toolbar', { name: 'Selected runs' })).toContainText('3 selected')
  await page.keyboard.press('c')
  const table = page.getByRole('table', { name: /PASSWORD_VERIFIER/ })
  await expect(table).toContainText('left differs')
  await page.keyboard.press('f')
  const first = page.getByRole('listitem').filter({ hasText: 'first difference' })
  await expect(first).toBeFocused()
  // Who signs in differs from the first call on; where they part is the answer to the password.
  await expect(first.getByRole('heading')).toContainText('PASSWORD_VERIFIER')
  await expect(first).toContainText('NotAuthorizedException')
  await takeScreenshotsOfSizes(application, (end) => testInfo.outputPath(`with-good-${end}`))
  await page.getByRole('button', { name: 'Use as good: right run' }).press('Enter')
  await expect(table).toContainText('differs')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Compare runs' })).toBeHidden()
})
