import { expect, test } from './application.ts'
import { press } from './by-keyboard.ts'

/** The walk-through of docs/accessibility.md, step by step, by what the accessibility tree says. */
test('a sign-in with a second factor is told to a screen reader from the form to the tokens', async ({
  application: { page, window },
}) => {
  const { request } = window.signIn
  await test.step('the window begins in the username', async () => {
    await expect(window.signIn.field('Username')).toBeFocused()
    await expect(request).toMatchAriaSnapshot(`
      - region "Request":
        - tablist "Flow":
          - tab "USER_SRP_AUTH" [selected]
    `)
    await window.signIn.typeUser('sms-user')
    await expect(request.getByRole('group', { name: 'Answered automatically' })).toBeVisible()
  })

  const told = window.timeline.region.getByRole('status')
  await test.step('sending folds the form, and the challenge takes the focus', async () => {
    await press(page, 'ControlOrMeta+Enter')
    await window.timeline.toWaitFor('SMS_MFA')
    await expect(request.getByRole('group', { name: 'Request sent' })).toContainText('sms-user')
    await expect(window.timeline.answer.getByRole('textbox', { name: /^Code/ })).toBeFocused()
    await expect(told).toHaveText(/^Step 3, .+: waiting for you\. /)
    await expect(window.timeline.region).toMatchAriaSnapshot(`
      - region "Timeline":
        - list:
          - listitem:
            - button /Step 1, done. InitiateAuth/
          - listitem:
            - button /Step 2, done. RespondToAuthChallenge/
          - listitem:
            - button /Step 3, waiting/
            - form "Answer"
    `)
  })

  await test.step('an empty answer is refused in words', async () => {
    await press(page, 'Enter')
    await expect(window.timeline.answer.getByRole('alert')).toHaveText('Code is missing.')
  })

  await test.step('a wrong code is told, and the field has the focus again', async () => {
    await page.keyboard.type('000000')
    await press(page, 'Enter')
    await expect(window.timeline.answer).toContainText('That answer was rejected.')
    await expect(window.timeline.answer.getByRole('textbox', { name: /^Code/ })).toBeFocused()
  })

  await test.step('the tokens are told, and are reached by F6', async () => {
    await window.timeline.useCodeFromOutbox()
    await window.timeline.toBeSignedIn()
    await expect(told).toHaveText(/^Step \d+, RespondToAuthChallenge SMS_MFA: answered\. /)
    await press(page, 'F6')
    await expect(
      page.getByRole('complementary', { name: 'Inspector' }).locator(':focus'),
    ).toHaveCount(1)
  })
})
