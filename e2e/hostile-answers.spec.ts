import type { RequestListener } from 'node:http'
import { expect, test } from './application.ts'
import { password } from './practice-users.ts'

const json = (body: string | Buffer, status = 200): RequestListener => {
  return (_request, response) =>
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' }).end(body)
}
const challenge = (name: string, parameters: object = {}) =>
  json(
    JSON.stringify({
      ChallengeName: name,
      Session: 's'.repeat(40),
      ChallengeParameters: parameters,
    }),
  )

/** A few of each kind; src-main/cli/hostile-answers.test.ts has 200 of them. */
const hostileAnswers: Readonly<Record<string, RequestListener>> = {
  '7 MB of HTML': (_request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<p>ab@c "d" \\n</p>\n'.repeat(400_000)),
  'JSON nested 100,000 deep': json('['.repeat(100_000)),
  'a challenge with the name of a prototype': challenge('__proto__', { constructor: 'x' }),
  'a challenge with 5000 parameters': challenge(
    'CUSTOM_CHALLENGE',
    Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`p${String(at)}`, 'v'])),
  ),
  'a refusal that turns the direction of text': json(
    JSON.stringify({ __type: 'Not\u202eAuthorized', message: '\u001b[31mred\u202e \u2066isolate' }),
    400,
  ),
  'bytes that are no text': json(Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0xff, 0x22, 0x7d])),
}

test('a hostile answer is one result on the timeline, and the window still works after each', async ({
  application,
  servers,
}) => {
  let answer: RequestListener = () => undefined
  const server = await servers.answering((request, response) => {
    answer(request, response)
  })
  const { page, window } = application
  const { profiles, signIn, timeline } = window
  await profiles.create({
    name: 'Hostile',
    endpoint: server.endpoint,
    userPoolId: 'us-east-1_Practice1',
    clientId: '1practicewebpublic00000001',
  })
  await signIn.chooseFlow('USER_PASSWORD_AUTH')
  await signIn.typeUser('alice')
  await signIn.typePassword(password)
  for (const [name, listener] of Object.entries(hostileAnswers))
    await test.step(name, async () => {
      answer = listener
      const before = server.requests()
      await signIn.button.click()
      await expect.poll(server.requests).toBeGreaterThan(before)
      // It came to nothing, or waits for an answer.
      const result = timeline.region.getByRole('button', { name: /^(Start over|Answer)$/ })
      await expect(result.first()).toBeVisible()
      const shown = await page.locator('body').innerText()
      expect(shown).not.toMatch(/[\u001b\u202a-\u202e\u2066-\u2069]/)
      expect(server.requests() - before, 'no call without end').toBeLessThan(20)
      // Where it waits, the button cancels.
      if (!(await signIn.button.isVisible())) await signIn.cancel()
    })
  await profiles.choose('Practice: web-public')
  await signIn.signInAs('alice')
  await timeline.toBeSignedIn()
})
