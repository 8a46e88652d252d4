import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'

/** Ways in which a page leaves itself, each to a place. */
const attempts: readonly ((place: string) => unknown)[] = [
  (place) => {
    location.href = place
  },
  (place) => {
    const link = document.createElement('a')
    link.href = place
    document.body.append(link)
    link.click()
    link.target = '_blank'
    link.click()
    link.remove()
  },
  (place) => {
    const form = document.createElement('form')
    form.action = place
    document.body.append(form)
    form.submit()
    form.remove()
  },
]

const places = [
  'https://example.com/',
  'file:///etc/passwd',
  'data:text/html,elsewhere',
  'app://authscope/../../package.json',
  'app://elsewhere/',
]

/** Tries to navigate the window away: directly, by another window and by a frame. Expects that it stays. */
export async function expectToStay(page: Page): Promise<void> {
  let requests = 0
  const server = createServer((_request, response) => {
    requests += 1
    response.setHeader('content-type', 'text/html').end('elsewhere')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const local = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
  const home = page.url()
  const pages = page.context().pages().length
  for (const place of [...places, local]) {
    for (const attempt of attempts) {
      await page.evaluate(attempt, place)
      expect(page.url(), place).toBe(home)
    }
    expect(await page.evaluate(opened, place), `what window.open gave for ${place}`).toEqual([])
  }
  expect(await framesWith(page, [...places, local, home])).toEqual([])
  expect(requests, 'requests that reached the server').toBe(0)
  expect(page.url()).toBe(home)
  expect(page.context().pages()).toHaveLength(pages)
  server.close()
}

/** The windows that a script gets when it asks for one. */
const opened = (place: string): readonly string[] =>
  [window.open(place), window.open(place, '_blank', 'popup'), window.open(place, '_parent')]
    .filter((result) => result !== null && result !== window)
    .map(String)

/** Puts a frame for each place into the page, and gives the addresses of those that show one. */
async function framesWith(page: Page, wanted: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(async (all) => {
    const frames = ['about:blank', ...all].map((place) => {
      const frame = document.createElement('iframe')
      const settled = new Promise((resolve) => {
        frame.addEventListener('load', resolve)
        // One that was refused may say nothing.
        setTimeout(resolve, 2000)
      })
      frame.src = place
      document.body.append(frame)
      return settled
    })
    await Promise.all(frames)
  }, wanted)
  const addresses = page
    .frames()
    .filter((frame) => frame !== page.mainFrame())
    .map((frame) => frame.url())
  // Frames are seen: one of them may show nothing.
  expect(addresses).toContain('about:blank')
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove()
  })
  return addresses.filter((url) => !/^(|about:blank|chrome-error:.*)$/.test(url))
}
