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
  (place) => {
    const frame = document.createElement('iframe')
    frame.src = place
    document.body.append(frame)
    frame.remove()
  },
  (place) => window.open(place) === null || window.open(place, '_blank', 'popup') === null,
]

const places = [
  'https://example.com/',
  'file:///etc/passwd',
  'data:text/html,elsewhere',
  'app://authscope/../../package.json',
  'app://elsewhere/',
]

/** Tries to lead the window elsewhere, and expects that it stays. */
export async function expectToStay(page: Page): Promise<void> {
  const home = page.url()
  for (const attempt of attempts)
    for (const place of places) {
      await page.evaluate(attempt, place)
      expect(page.url(), place).toBe(home)
    }
}
