import { test } from './application.ts'
import { answerByKeyboard, signInByKeyboard } from './way-by-keyboard.ts'
import { ways } from './ways.ts'

for (const way of ways) {
  const asked = way.challenges.map(([name]) => name)
  test(`${way.flow} by ${way.user} (${asked.join(', ')}) needs a mouse, or does not end`, async ({
    application,
  }) => {
    const { page, window } = application
    await signInByKeyboard(page, way)
    for (const [challenge, answer] of way.challenges) {
      await window.timeline.toWaitFor(challenge)
      await answerByKeyboard(page, window.timeline, answer)
    }
    await window.timeline.toBeSignedIn()
  })
}
