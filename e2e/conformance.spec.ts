// The cases of src-pool/conformance, one of each kind, in the window and by keys alone.
import { expect, test } from './application.ts'
import { answerByKeyboard, signInByKeyboard } from './way-by-keyboard.ts'
import { refusedWays, ways } from './ways.ts'

for (const way of [...ways, ...refusedWays]) {
  const asked = way.challenges.map(([name]) => name)
  const name = `${way.flow} by ${way.user || 'nobody'} (${asked.join(', ')})`
  test(`${name} needs a mouse, or does not end with ${way.end}`, async ({ application }) => {
    const { page, window } = application
    await signInByKeyboard(page, way)
    for (const [challenge, answer] of way.challenges) {
      await window.timeline.toWaitFor(challenge)
      await answerByKeyboard(page, window.timeline, answer)
    }
    if (way.end === 'tokens') {
      await window.timeline.toBeSignedIn()
      return
    }
    await window.timeline.toBeRefused()
    await expect(window.timeline.region).toContainText(way.end.replace(/^\w+: /, ''))
  })
}
