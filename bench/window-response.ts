import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openApplication, signInToPractice } from './application-window.ts'
import { median } from './measure.ts'
import { within, type Row } from './row.ts'

const views = [
  { key: '2', title: 'History' },
  { key: '3', title: 'Tokens' },
  { key: '4', title: 'Practice pool' },
  { key: '5', title: 'Account' },
  { key: '6', title: 'Devices, passkeys' },
  { key: '7', title: 'Watch' },
  { key: '8', title: 'SRP X-ray' },
  { key: ',', title: 'Settings' },
  { key: '1', title: 'Sign-in' },
]

/** From a key press to what it opens on the screen, in a window that has a sign-in in it. */
export async function benchWindowResponse(rounds = 5): Promise<Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'authscope-bench-'))
  const { electron, page } = await openApplication(data)
  try {
    await signInToPractice(page)
    const palette: number[] = []
    const first: number[] = []
    const again: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      palette.push(await timeToPalette(page))
      const times = []
      for (const view of views) times.push(await timeToView(page, view))
      if (round === 0) first.push(...times)
      else again.push(...times)
    }
    const limit = { peer: 'the limit', theirs: 100, unit: 'ms' as const }
    return [
      within({ ...limit, name: 'palette, median', ours: median(palette) }, 1),
      within({ ...limit, name: 'palette, slowest', ours: Math.max(...palette) }, 1),
      within({ ...limit, name: 'first visit of a view, slowest', ours: Math.max(...first) }, 1),
      within({ ...limit, name: 'view switch, median', ours: median(again) }, 1),
      within({ ...limit, name: 'view switch, slowest', ours: Math.max(...again) }, 1),
    ]
  } finally {
    await electron.close()
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** The places of the window that hide one another, of which only one has a size; one that is prepared is inert. */
const shownView = '.view > .fill:not([inert])'

async function timeToView(page: Page, view: (typeof views)[number]): Promise<number> {
  const current = `nav [aria-current="page"][title="${view.title}"]`
  return timeTo(page, `ControlOrMeta+${view.key}`, [current, shownView])
}

async function timeToPalette(page: Page): Promise<number> {
  const ms = await timeTo(page, 'ControlOrMeta+K', ['[role="dialog"] [role="option"]'])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  return ms
}

/** Milliseconds from a key press, as the page saw it, until what all selectors find is painted. */
async function timeTo(page: Page, key: string, selectors: readonly string[]): Promise<number> {
  const timing = await page.evaluateHandle((wanted) => {
    const visible = (selector: string) =>
      [...document.querySelectorAll(selector)].some((found) => found.getClientRects().length > 0)
    const painted = new Promise<number>((done) => {
      const begin = (event: KeyboardEvent) => {
        if (['Control', 'Meta'].includes(event.key)) return
        removeEventListener('keydown', begin, { capture: true })
        const look = () => {
          if (!wanted.every(visible)) return void requestAnimationFrame(look)
          // This frame shows it; the next one begins when it is painted.
          requestAnimationFrame(() => {
            done(performance.now() - event.timeStamp)
          })
        }
        requestAnimationFrame(look)
      }
      addEventListener('keydown', begin, { capture: true })
    })
    return { painted }
  }, selectors)
  await page.keyboard.press(key)
  return timing.evaluate(({ painted }) => painted)
}
