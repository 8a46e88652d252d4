import { expect, test } from './application.ts'
import { resize, takeScreenshotsInBothThemes } from './screenshot.ts'

test('the settings show the license of every package that is contained', async ({
  application: { electron, page, window },
}) => {
  await window.goTo('Settings')
  await window.settings.main.getByRole('button', { name: 'Show notices…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Third-party notices' })
  await expect(dialog).toContainText('@aws-sdk/client-cognito-identity-provider')
  await expect(dialog).toContainText('libsql')
  await page.keyboard.type('reka-ui')
  await expect(dialog.getByText('1 package')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Permission is hereby granted')
  await resize(electron, page, { width: 900, height: 600 })
  await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
    test.info().outputPath(`notices-${theme}.png`),
  )
})
