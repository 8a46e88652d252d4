import { join } from 'node:path'
import { expect, test } from './application.ts'
import { openAmplifyPage } from './open-amplify-page.ts'
import { password, webPublic } from './practice-users.ts'
import { resize, takeScreenshotsInBothThemes } from './screenshot.ts'

test('a page that signs in with Amplify is watched live, including its refusal', async ({
  application,
  folder,
}, testInfo) => {
  const { goTo, history, timeline, watch } = application.window
  const { electron, page } = application
  await goTo('Watch')
  await watch.startButton.click()
  await expect(watch.lines).toContainText('userPoolEndpoint')
  await expect(page.getByRole('contentinfo')).toContainText('Watching for Practice: web-public')
  const endpoint = await watch.url()
  await expect(watch.lines).toContainText(endpoint)

  const browser = await openAmplifyPage(join(folder, 'browser'))
  try {
    const signIn = { endpoint, ...webPublic, username: 'alice' }
    expect(await browser.signIn({ ...signIn, password })).toBe('signed in: alice@example.com')
    await expect(watch.chain('alice')).toContainText('signed in')
    await expect(timeline.step(1)).toContainText('PASSWORD_VERIFIER')
    await expect(timeline.step(3)).toContainText('GetUser')
    await expect(page.getByRole('main', { name: 'Watch' }).getByText(password)).toHaveCount(0)

    expect(await browser.signIn({ ...signIn, password: 'Not-The-Password-1!' })).toContain(
      'Incorrect username or password',
    )
    await watch.chain('alice').filter({ hasText: 'refused' }).click()
    await expect(timeline.step(2)).toContainText('NotAuthorizedException')
    await expect(timeline.step(2)).toContainText('The password is wrong')
    await expect(timeline.step(2)).toContainText('SRP does not send the password')
    for (const size of [
      { width: 900, height: 600 },
      { width: 1440, height: 900 },
    ]) {
      await resize(electron, page, size)
      await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
        testInfo.outputPath(`watch-${String(size.width)}-${theme}.png`),
      )
    }

    // A fault on the way is the application's alone.
    await watch.showSetup()
    await watch.faults.getByRole('switch', { name: 'Throttling' }).click()
    await takeScreenshotsInBothThemes(electron, page, page, (theme) =>
      testInfo.outputPath(`watch-setup-${theme}.png`),
    )
    await expect(watch.side).toContainText('Fault injection: Throttling')
    expect(await browser.signIn({ ...signIn, password })).toContain('failed')
    await expect(watch.chain('alice').first()).toContainText('refused')
  } finally {
    await browser.close()
  }

  await watch.stopButton.click()
  await expect(watch.startButton).toBeVisible()
  await expect(page.getByRole('contentinfo')).not.toContainText('Watching')
  await goTo('History')
  await expect(history.list.getByRole('button', { name: /^alice / })).toHaveCount(3)
})

test('the instructions of every client are filled in, and copied unchanged', async ({
  application,
}) => {
  const { goTo, watch } = application.window
  await goTo('Watch')
  await watch.startButton.click()
  await watch.chooseClient('boto3')
  await expect(watch.lines).toContainText(`endpoint_url='${await watch.url()}'`)
  await watch.lines.getByRole('button', { name: 'Copy' }).click()
  const clipboard = () => application.electron.evaluate((main) => main.clipboard.readText())
  await expect.poll(clipboard).toContain("boto3.client('cognito-idp'")
})
