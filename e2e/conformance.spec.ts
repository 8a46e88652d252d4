// The cases of src-pool/conformance, one of each kind, in the window and by keys alone.
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { expect, test } from './application.ts'
import { profileOfAsking } from './asked-by-a-server.ts'
import { answerByKeyboard, signInByKeyboard } from './way-by-keyboard.ts'
import { refusedWays, ways, waysToAServer } from './ways.ts'

const all = [...ways, ...refusedWays, ...waysToAServer]

for (const way of all) {
  const asked = way.challenges.map(([name]) => name)
  const name = `${way.flow} by ${way.user || 'nobody'} (${asked.join(', ')})`
  test(`${name} needs a mouse, or does not end with ${way.end}`, async ({
    application: { window },
    servers,
  }) => {
    if (way.askedWith) await profileOfAsking(window, servers, way)
    await signInByKeyboard(window, way)
    for (const [challenge, answer] of way.challenges) {
      await window.timeline.toWaitFor(challenge)
      await answerByKeyboard(window, answer)
    }
    if (way.end === 'tokens') {
      await window.timeline.toBeSignedIn()
      return
    }
    await window.timeline.toBeRefused()
    await expect(window.timeline.region).toContainText(way.end.replace(/^\w+: /, ''))
  })
}

test('a flow, a choice in it, or a challenge has no way by keys (to mend it, add a case to ways.ts)', () => {
  expect(new Set(all.map(({ flow }) => flow))).toEqual(new Set(flows.keys()))
  const asked = all.flatMap((way) => way.challenges.map(([name]) => name))
  expect(asked).toEqual(expect.arrayContaining([...challenges.keys()]))
  for (const { fields, name } of flows.values())
    for (const { choices = [], label } of fields) {
      const given = all.flatMap((way) => (way.flow === name ? (way.given[label] ?? []) : []))
      // The empty one is what a list begins with.
      const wanted = choices.flatMap(({ value }) => value || [])
      expect(given, `${name}: ${label}`).toEqual(expect.arrayContaining(wanted))
    }
})
