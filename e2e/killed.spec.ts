import { readdir, stat, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from './application.ts'
import { ownFiles } from './files.ts'
import { password } from './practice-users.ts'

const challenge = JSON.stringify({
  ChallengeName: 'SOFTWARE_TOKEN_MFA',
  Session: 's'.repeat(40),
  ChallengeParameters: { USER_ID_FOR_SRP: 'killed-user' },
})

/** Files that a write is made to before a rename, by whichever library. */
const temporary = /\.tmp|\.temp|\.part$|\.salvage$|\.org\.chromium\./i

/** Moments of a sign-in at a server that takes its time, and the steps that are known then. */
const moments = [
  {
    moment: 'its first call is on its way',
    steps: ['failed: InitiateAuth'],
    respond: (): void => undefined,
    isAnswered: false,
  },
  {
    moment: 'an answer to a challenge is on its way',
    steps: ['done: InitiateAuth leads to SOFTWARE_TOKEN_MFA', 'failed: RespondToAuthChallenge'],
    respond: (response: ServerResponse, operation: string): void => {
      if (operation === 'InitiateAuth') void wait(500).then(() => response.end(challenge))
    },
    isAnswered: true,
  },
]

for (const { isAnswered, moment, respond, steps } of moments)
  test(`a sign-in is in the history with what is known of it when the application is killed while ${moment}`, async ({
    application,
    servers,
  }) => {
    const server = await servers.answering((request, response) => {
      respond(response, String(request.headers['x-amz-target']).replace(/^.*\./, ''))
    })
    const { dataFolder } = application
    const { profiles, signIn, timeline } = application.window
    await profiles.create({
      name: 'Slow',
      endpoint: server.endpoint,
      userPoolId: 'us-east-1_Practice1',
      clientId: '1practicewebpublic00000001',
    })
    await signIn.chooseFlow('USER_PASSWORD_AUTH')
    await signIn.typeUser('killed-user')
    await signIn.typePassword(password)
    await signIn.button.click()
    if (isAnswered) {
      await timeline.answer.getByLabel(/code/i).first().fill('123456')
      await timeline.answer.getByRole('button', { name: 'Answer' }).click()
    }
    await expect.poll(server.requests).toBe(steps.length)
    // What is in the list has been written.
    await application.window.goTo('History')
    await expect(application.window.history.list).toContainText('killed-user')
    await application.kill()
    // As a kill in the middle of a write leaves it.
    await writeFile(join(dataFolder, 'profiles.json.tmp-1764324000a1b2c3'), '{"version":')
    const left = (await readdir(dataFolder)).filter((name) => temporary.test(name))

    await application.restart()
    const { history, profiles: again, timeline: earlier } = application.window
    await application.window.goTo('History')
    await expect(history.list.getByRole('listitem')).toHaveCount(1)
    await expect(history.list.getByRole('listitem')).toContainText('incomplete')
    await history.open('killed-user')
    await earlier.toShow(steps)
    await expect(earlier.region).toContainText(
      'Interrupted: Authscope stopped before this sign-in ended.',
    )
    const now = await readdir(dataFolder)
    expect(left.filter((name) => now.includes(name))).toEqual([])
    if (process.platform !== 'win32')
      for (const name of await ownFiles(dataFolder))
        expect((await stat(join(dataFolder, name))).mode & 0o077, name).toBe(0)
    const databases = (await ownFiles(dataFolder)).filter((name) => name.endsWith('.db'))
    expect(databases).toHaveLength(1)

    await again.choose('Practice: web-public')
    await application.window.goTo('Sign-in')
    await application.window.signIn.signInAs('alice')
    await application.window.timeline.toBeSignedIn()
  })
