// The cases of src-pool/conformance, one of each kind, in the window and by keys alone.
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { expect, test } from './application.ts'
import { profileOfAsking } from './scripted-challenge-server.ts'
import { answerByKeyboard, signInByKeyboard } from './keyboard-journey.ts'
import { refusedJourneys, journeys, serverJourneys } from './journeys.ts'

const all = [...journeys, ...refusedJourneys, ...serverJourneys]

for (const journey of all) {
  const pending = journey.challenges.map(([name]) => name)
  const name = `${journey.flow} by ${journey.user || 'nobody'} (${pending.join(', ')})`
  test(`${name} works with the keyboard and ends with ${journey.end}`, async ({
    application: { window },
    servers,
  }) => {
    if (journey.pendingWith) await profileOfAsking(window, servers, journey)
    await signInByKeyboard(window, journey)
    for (const [challenge, answer] of journey.challenges) {
      await window.timeline.toWaitFor(challenge)
      await answerByKeyboard(window, answer)
    }
    if (journey.end === 'tokens') {
      await window.timeline.toBeSignedIn()
      return
    }
    await window.timeline.toBeRefused()
    await expect(window.timeline.region).toContainText(journey.end.replace(/^\w+: /, ''))
  })
}

test('every flow, choice and challenge has a keyboard journey (to fix: add a case to journeys.ts)', () => {
  expect(new Set(all.map(({ flow }) => flow))).toEqual(new Set(flows.keys()))
  const pending = all.flatMap((journey) => journey.challenges.map(([name]) => name))
  expect(pending).toEqual(expect.arrayContaining([...challenges.keys()]))
  for (const { fields, name } of flows.values())
    for (const { choices = [], label } of fields) {
      const inputs = all.flatMap((journey) =>
        journey.flow === name ? (journey.inputs[label] ?? []) : [],
      )
      // The empty one is what a list begins with.
      const wanted = choices.flatMap(({ value }) => value || [])
      expect(inputs, `${name}: ${label}`).toEqual(expect.arrayContaining(wanted))
    }
})
