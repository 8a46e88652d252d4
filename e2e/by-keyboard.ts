import { expect, type Page } from '@playwright/test'
import { expectFocusSeen, focusOf } from './focus.ts'

/** Presses a key, after which the person has to see where they are. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await expectFocusSeen(page, `after ${key}`)
}

/** Goes on with a key, as a person would, until a place is reached. */
export async function pressUntil(page: Page, key: string, place: RegExp, max = 100): Promise<void> {
  const passed: string[] = []
  for (let times = 0; times < max; times += 1) {
    await press(page, key)
    const { place: here } = await focusOf(page)
    if (place.test(here)) return
    passed.push(here)
  }
  throw new Error(`${key} does not lead to ${String(place)}, but to ${passed.join('; ')}`)
}

/** Finds something in the palette by its words, and has it done. */
export async function find(page: Page, words: string, option: string | RegExp): Promise<void> {
  await press(page, 'ControlOrMeta+K')
  await page.keyboard.type(words)
  await expect(page.getByRole('option', { selected: true })).toContainText(option)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Writes into the field that has the focus, instead of what is in it. */
export async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}
