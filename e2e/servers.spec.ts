import { expect, test } from './application.ts'
import { password, webPublic } from './practice-users.ts'
import type { RequestListener } from 'node:http'

test('a server that is down is a result on the timeline, and the window still works', async ({
  application,
  servers,
}) => {
  const { inspector, profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Down', endpoint: await servers.down(), ...webPublic })
  await signIn.signInAs('alice', password)
  await expect(timeline.step(1)).toContainText('Connection refused')
  await expect(timeline.step(1)).toContainText('Nothing listens at 127.0.0.1:')
  await timeline.toShow(['failed: InitiateAuth leads to no answer'])
  await expect(await inspector.open('Response')).toContainText('No answer')

  await profiles.choose('Practice: web-public')
  await signIn.button.click()
  await timeline.toBeSignedIn()
})

test('a server that hangs ends at the time limit from the settings', async ({
  application,
  servers,
}) => {
  const server = await servers.hanging()
  const { goTo, profiles, settings, signIn, timeline } = application.window
  await goTo('Settings')
  await settings.setTimeLimit('5 seconds')
  await profiles.create({ name: 'Hanging', endpoint: server.endpoint, ...webPublic })
  await goTo('Sign-in')
  await signIn.signInAs('alice', password)
  await timeline.toShow(['running: InitiateAuth'])
  await expect(timeline.step(1)).toContainText('No response in time')
  await expect(timeline.step(1)).toContainText('No complete response arrived within 5 s.')
  expect(server.requests()).toBe(1)
})

test('a server that hangs can be cancelled, and the next sign-in runs', async ({
  application,
  servers,
}) => {
  const server = await servers.hanging()
  const { profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Hanging', endpoint: server.endpoint, ...webPublic })
  await signIn.signInAs('alice', password)
  await timeline.toShow(['running: InitiateAuth'])
  await signIn.cancel()
  await expect(timeline.region).toContainText('Cancelled')
  await expect(signIn.button).toBeEnabled()

  await profiles.choose('Practice: web-public')
  await signIn.button.click()
  await timeline.toBeSignedIn()
})

/** Answers that are none of Cognito's, and what is to be read about them. */
const oddAnswers: readonly {
  readonly name: string
  readonly answer: RequestListener
  readonly reason: readonly (string | RegExp)[]
}[] = [
  {
    name: 'garbage',
    answer: (_request, response) => response.end(Buffer.from([0xff, 0x00, 0x7b, 0x80, 0x0a])),
    reason: ['unreadable answer', 'The response cannot be read'],
  },
  {
    name: 'a web page',
    answer: (_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<!doctype html><html><body><h1>Please log in</h1></body></html>'),
    reason: ['unreadable answer', 'A proxy answered instead of Cognito', 'an HTML page'],
  },
  {
    name: 'a truncated body',
    answer: (_request, response) => {
      response.writeHead(200, { 'Content-Length': '500' }).write('{"ChallengeName":"PASSW')
      setTimeout(() => response.destroy(), 20)
    },
    reason: ['no answer', 'The response was truncated'],
  },
  {
    name: 'a redirect',
    answer: (_request, response) =>
      response.writeHead(302, { Location: 'https://login.example.com/' }).end(),
    reason: ['unreadable answer', 'A redirect was returned', 'https://login.example.com/'],
  },
  {
    name: 'nothing at all',
    answer: (_request, response) => response.end(),
    reason: ['unreadable answer', 'The response is empty'],
  },
  {
    name: 'JSON of another service',
    answer: (_request, response) =>
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"error":"not found"}'),
    reason: ['unreadable answer', 'Not a response of Cognito', 'Status 404'],
  },
]

test('whatever answers instead of Cognito is named, and never followed', async ({
  application,
  servers,
}) => {
  let answer: RequestListener = () => undefined
  const server = await servers.answering((request, response) => {
    answer(request, response)
  })
  const { profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Odd', endpoint: server.endpoint, ...webPublic })
  await signIn.typeUser('alice')
  await signIn.typePassword(password)
  for (const odd of oddAnswers)
    await test.step(odd.name, async () => {
      answer = odd.answer
      await signIn.button.click()
      for (const text of odd.reason) await expect(timeline.step(1)).toContainText(text)
      await expect(timeline.region.getByRole('button', { name: 'Start over' })).toBeVisible()
    })
})

test('an untrusted certificate is shown whole, and trusted for the profile alone', async ({
  application,
  servers,
}) => {
  const endpoint = await servers.selfSigned('localhost')
  const { page, window } = application
  const { profiles, signIn, timeline } = window
  await profiles.create({ name: 'Company', endpoint, ...webPublic })
  await signIn.signInAs('alice', password)
  await expect(timeline.step(1)).toContainText('The server’s certificate is self-signed')
  await timeline.step(1).getByRole('button', { name: 'Show the certificate…' }).click()

  const dialog = page.getByRole('dialog', { name: 'Server certificate' })
  await expect(dialog).toContainText('CN=localhost')
  await expect(dialog).toContainText('SHA-256')
  await dialog.getByRole('button', { name: 'Trust for this profile and sign in' }).click()
  await timeline.toBeSignedIn()

  await profiles.create({ name: 'Other', endpoint, ...webPublic })
  await signIn.signInAs('alice', password)
  await expect(timeline.step(1)).toContainText('The server’s certificate is self-signed')
})
