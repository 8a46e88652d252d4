import { expect, test } from './application.ts'

test('one key press from a fresh start signs in to the practice pool', async ({ application }) => {
  const { signIn, timeline, tokens } = application.window
  await signIn.pressKeyToRun()
  await timeline.toBeSignedIn()
  await timeline.toShow([
    'done: InitiateAuth leads to PASSWORD_VERIFIER',
    'done: RespondToAuthChallenge PASSWORD_VERIFIER leads to tokens',
  ])
  await expect(tokens.token('Id token')).toContainText('The signature is right')
})
