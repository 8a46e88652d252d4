import { mkdtemp, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { Secret } from '#engine/secret/secret.ts'
import { historyFile } from '#main/trace-store/history-file.ts'
import { historyRowOf } from '#main/trace-store/history-row.ts'
import { openTraceStore, type TraceStoreFile } from '#main/trace-store/open-trace-store.ts'
import { openApplication, signInToPractice } from './application-window.ts'
import { median } from './measure.ts'
import { multiply } from './multiply-history.ts'
import { within, type Row } from './row.ts'
import { realSignIn, varied } from './sample-sign-ins.ts'

const few = 1000
const many = 100_000
const goal = 'what a person takes for at once'

/** The history in the real window with 1,000 and with 100,000 sign-ins, up to what is painted. */
export async function benchHistoryWindow(): Promise<readonly Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'authscope-bench-'))
  try {
    // The first start makes the key that the history is encrypted with.
    const first = await openApplication(data)
    await signInToPractice(first.page)
    const file = await historyOf(first.electron, data)
    await first.electron.close()
    await fill(file)
    const small = await measure(data)
    multiply(file, few, many, few)
    const large = await measure(data)
    const rows = { peer: goal, theirs: 100, unit: 'ms' as const }
    const at = `in the window, ${String(many)} sign-ins`
    return [
      within({ ...rows, name: `First page, ${at}`, ours: large.firstPage }, 1),
      within({ ...rows, name: `History view again, ${at}`, ours: large.again }, 1),
      within({ ...rows, name: `Filter keystroke, median, ${at}`, ours: median(large.keys) }, 1),
      within(
        { ...rows, name: `Filter keystroke, slowest, ${at}`, ours: Math.max(...large.keys) },
        1,
      ),
      within(
        {
          name: `Longest frame while scrolling end to end, ${at}`,
          unit: 'ms',
          ours: large.longestFrame,
          peer: 'the goal',
          theirs: 50,
        },
        1,
      ),
      within(
        {
          name: `Renderer memory after scrolling, ${at}`,
          unit: 'MB',
          ours: large.megabytes,
          peer: `with ${String(few)}`,
          theirs: small.megabytes,
        },
        1.1,
      ),
    ]
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** The encrypted history of an application, with the key that its own process can open. */
async function historyOf(electron: ElectronApplication, data: string): Promise<TraceStoreFile> {
  const vault = JSON.parse(readFileSync(join(data, 'vault.json'), 'utf8')) as {
    readonly dataKeys: readonly {
      readonly id: string
      readonly sealed: { readonly text: string }
    }[]
  }
  const [dataKey] = vault.dataKeys
  if (!dataKey) throw new Error('The application has stored no key.')
  const packed = await electron.evaluate(
    ({ safeStorage }, text) => safeStorage.decryptString(Buffer.from(text, 'base64')),
    dataKey.sealed.text,
  )
  const key = /"([0-9a-f]{64})"/.exec(packed)?.[1]
  if (key === undefined) throw new Error('The key of the history cannot be read.')
  return { path: historyFile(data, dataKey.id), key: Secret.of('text', key) }
}

/** A thousand sign-ins of a month, with the one that is there. */
async function fill(file: TraceStoreFile): Promise<void> {
  const sample = await realSignIn()
  const { store } = openTraceStore(file, historyRowOf)
  for (let number = 1; number < few; number += 1)
    store.save(varied(sample, number, Date.now() - number * 2_592_000))
  store.close()
}

async function measure(data: string) {
  const { electron, page } = await openApplication(data)
  try {
    await page.getByRole('region', { name: 'Request' }).waitFor()
    // What else happens at the start is over.
    await page.waitForTimeout(3000)
    const firstPage = await timeToPaint(page, 'ControlOrMeta+2')
    await page.keyboard.press('ControlOrMeta+1')
    const again = await timeToPaint(page, 'ControlOrMeta+2')
    await page.keyboard.press('ControlOrMeta+F')
    const keys: number[] = []
    for (const text of ['user:user-777@', ' ', 'status:signed-in ', 'nobody']) {
      for (const key of text) keys.push(await timeToPaint(page, key))
    }
    // Backspace takes a chip back as text.
    for (let chip = 0; chip < 4; chip += 1)
      for (const key of ['ControlOrMeta+A', 'Delete', 'Backspace']) await page.keyboard.press(key)
    await page.locator('[data-row="0"]').waitFor()
    const longestFrame = await scroll(page)
    const kilobytes = await electron.evaluate(
      ({ app }) =>
        app.getAppMetrics().find(({ type }) => type === 'Tab')?.memory.workingSetSize ?? 0,
    )
    return { firstPage, again, keys, longestFrame, megabytes: kilobytes / 1024 }
  } finally {
    await electron.close()
  }
}

/**
 * Milliseconds from a key press, as the page saw it, until the list was painted for the last time: it
 * is over once nothing in it has changed for a while. 0 where the key changes nothing in the list.
 */
async function timeToPaint(page: Page, key: string): Promise<number> {
  const timing = await page.evaluateHandle(() => {
    const painted = new Promise<number>((done) => {
      const begin = (event: KeyboardEvent) => {
        if (['Control', 'Meta', 'Shift'].includes(event.key)) return
        removeEventListener('keydown', begin, { capture: true })
        let last = event.timeStamp
        const observer = new MutationObserver((changes) => {
          const list = '[aria-label="Earlier runs"]'
          const isOfList = changes.some(({ addedNodes, target }) => {
            const element = target instanceof Element ? target : target.parentElement
            const comes = [...addedNodes].some(
              (node) => node instanceof Element && node.querySelector(list),
            )
            return comes || (element?.closest(list) && !element.closest('.bar'))
          })
          if (!isOfList) return
          // This frame shows it; the next one begins when it is painted.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              last = performance.now()
            }),
          )
        })
        observer.observe(document.body, {
          attributes: true,
          characterData: true,
          childList: true,
          subtree: true,
        })
        const look = () => {
          if (performance.now() - Math.max(last, event.timeStamp) < 500)
            return void setTimeout(look, 50)
          observer.disconnect()
          done(last - event.timeStamp)
        }
        setTimeout(look, 500)
      }
      addEventListener('keydown', begin, { capture: true })
    })
    return { painted }
  })
  await page.keyboard.press(key === ' ' ? 'Space' : key)
  return timing.evaluate(({ painted }) => painted)
}

/** Scrolls the list from its beginning to its end. @returns the longest frame in milliseconds */
async function scroll(page: Page): Promise<number> {
  const longest = await page.evaluate(async () => {
    const list = document.querySelector('[aria-label="Earlier runs"] .scroll')
    if (!list) throw new Error('There is no list to scroll.')
    const frames = 600
    const step = (list.scrollHeight - list.clientHeight) / frames
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    let [before, max] = [await nextFrame(), 0]
    for (let frame = 1; frame <= frames; frame += 1) {
      list.scrollTop = frame * step
      const now = await nextFrame()
      max = Math.max(max, now - before)
      before = now
    }
    return max
  })
  // The last rows are there, and not only their place.
  await page.locator('[data-row] button').last().waitFor()
  return longest
}
