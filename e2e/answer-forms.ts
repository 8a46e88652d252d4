// Comes to every challenge in the real window, and leaves a picture of its answer form in both
// themes in AUTHSCOPE_PICTURES. What the practice pool never asks, a server here asks for it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { profileOfAsking } from './scripted-challenge-server.ts'
import { launch } from './launch.ts'
import { startServers } from './servers.ts'
import { resize, takeScreenshotsInBothThemes } from './screenshot.ts'
import { answerByKeyboard, signInByKeyboard } from './keyboard-journey.ts'
import { journeys, serverJourneys } from './journeys.ts'
import { AuthscopeWindow } from './window.ts'

const folder = resolve(process.env['AUTHSCOPE_PICTURES'] ?? 'docs/screenshots/answers')
const say = (text: string): void => console.log(text)

const temporary = await mkdtemp(join(tmpdir(), 'authscope-pictures-'))
const servers = startServers()
const { electron, page, quit } = await launch({ dataFolder: join(temporary, 'data') })
const shot = new Set<string>()
try {
  const window = new AuthscopeWindow(page)
  const { consent, profiles, timeline } = window
  await resize(electron, page, { width: 1280, height: 900 })
  if (await consent.isPending()) await consent.memoryOnly()
  await profiles.waitForPractice()

  const takeScreenshot = async (challenge: string): Promise<void> => {
    const card = await timeline.toWaitFor(challenge)
    if (shot.has(challenge)) return
    shot.add(challenge)
    await page.mouse.move(0, 0)
    const file = challenge.toLowerCase().replaceAll('_', '-')
    await takeScreenshotsInBothThemes(electron, page, card, (theme) =>
      join(folder, `${file}-${theme}.png`),
    )
    say(`  ${file}`)
  }
  for (const journey of [...journeys, ...serverJourneys]) {
    if (journey.pendingWith) await profileOfAsking(window, servers, journey)
    await signInByKeyboard(window, journey)
    for (const [challenge, answer] of journey.challenges) {
      await takeScreenshot(challenge)
      await answerByKeyboard(window, answer)
    }
    if (journey.end === 'tokens') await timeline.toBeSignedIn()
    else await timeline.toBeRefused()
  }
} finally {
  await quit()
  await servers.close()
  await rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
const missing = [...challenges.keys()].filter((name) => !shot.has(name))
if (missing.length > 0) {
  say(`No picture of ${missing.join(', ')}: add a case to e2e/journeys.ts.`)
  process.exitCode = 1
}
