import { chosenHostileAnswers, startHostileServer } from '#pool/http/hostile-server-under-test.ts'
import { expect, test, type Application } from './application.ts'
import { password } from './practice-users.ts'
import { callRaw } from './raw-bridge.ts'

/** All of them take minutes: those are for `npm run torture`. */
const answers = chosenHostileAnswers(process.env['AUTHSCOPE_TORTURE'] !== undefined)

/** Megabytes of a process: an answer has 9 MB at most, and is in memory several times. */
const maxMegabytes = 1500
/** Megabytes that all answers together may leave behind: less than they have. */
const maxGrowth = 600

/** Megabytes in use by the main process and by the window's page. */
async function memoryOf({ electron }: Application) {
  const metrics = await electron.evaluate(({ app }) => app.getAppMetrics())
  const of = (wanted: string) =>
    metrics
      .filter(({ type }) => type === wanted)
      .reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0)
  return { main: of('Browser'), page: of('Tab') }
}

test('a hostile answer is one result on the timeline, and the window still works after each', async ({
  application,
}) => {
  test.setTimeout(10 * 60_000)
  const server = await startHostileServer()
  const { page, window } = application
  const { profiles, signIn, timeline } = window
  expect(await callRaw(page, 'settings.change', { timeoutMs: 2000 })).toMatchObject({ ok: true })
  await profiles.create({
    name: 'Hostile',
    endpoint: server.endpoint,
    userPoolId: 'us-east-1_Practice1',
    clientId: '1practicewebpublic00000001',
  })
  await signIn.chooseFlow('USER_PASSWORD_AUTH')
  await signIn.typeUser('alice')
  await signIn.typePassword(password)
  const before = await memoryOf(application)
  for (const answer of answers)
    await test.step(answer.name, async () => {
      server.answerWith(answer)
      await signIn.button.click()
      await expect.poll(server.calls).toBeGreaterThan(0)
      // It came to nothing, to tokens, or waits for an answer.
      const result = timeline.region.getByRole('button', {
        name: /^(Start over|Answer|Show the tokens)$/,
      })
      await expect(result.first()).toBeVisible()
      const shown = await page.locator('body').innerText()
      expect(shown).not.toMatch(/[\u001b\u202a-\u202e\u2066-\u2069]/)
      expect(server.calls(), 'no call without end').toBeLessThan(20)
      // Where it waits, the button cancels.
      if (!(await signIn.button.isVisible())) await signIn.cancel()
      const { main, page: ofPage } = await memoryOf(application)
      expect(Math.max(main, ofPage), 'megabytes of a process').toBeLessThan(maxMegabytes)
    })
  const after = await memoryOf(application)
  expect(after.main - before.main, 'megabytes that stay in use').toBeLessThan(maxGrowth)
  expect(after.page - before.page, 'megabytes that stay in use').toBeLessThan(maxGrowth)
  await server.close()
  await profiles.choose('Practice: web-public')
  await signIn.signInAs('alice')
  await timeline.toBeSignedIn()
})
