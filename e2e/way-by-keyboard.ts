import { expect, type Page } from '@playwright/test'
import { find, press, pressUntil, write } from './by-keyboard.ts'
import type { Timeline } from './views/timeline.ts'
import type { Answer, Way } from './ways.ts'

/** Starts a sign-in by keys alone. */
export async function signInByKeyboard(page: Page, { byHand, client, flow, given, user }: Way) {
  await find(page, `Practice: ${client}`, `Practice: ${client}`)
  await pressUntil(page, 'Tab', /^button [A-Z]+_[A-Z_]+$/)
  const tab = page.getByRole('tab', { name: flow, exact: true })
  for (let moves = 0; (await tab.getAttribute('aria-selected')) !== 'true'; moves += 1) {
    expect(moves, `arrows to ${flow}`).toBeLessThan(12)
    await press(page, 'ArrowRight')
  }
  for (const [label, value] of Object.entries({ ...(user && { 'User name': user }), ...given })) {
    await pressUntil(page, 'Tab', new RegExp(`^input ${label}`))
    await write(page, value)
  }
  // Switches stay as an earlier sign-in of the profile left them.
  for (const name of ['SRP', 'TOTP'] as const) {
    const wanted = String(!byHand.includes(name))
    const toggle = page.getByRole('switch', { name })
    if ((await toggle.getAttribute('aria-checked')) === wanted) continue
    await pressUntil(page, 'Tab', new RegExp(`^button ${name}`))
    await press(page, 'Space')
    await expect(toggle).toHaveAttribute('aria-checked', wanted)
  }
  await page.keyboard.press('ControlOrMeta+Enter')
}

/** Answers the challenge that waits by keys alone; its form has the focus. */
export async function answerByKeyboard(
  page: Page,
  { answer: form }: Timeline,
  answer: Answer,
): Promise<void> {
  await expect(form.locator(':focus')).toHaveCount(1)
  if (answer === 'compute') {
    await pressUntil(page, 'Tab', /^button Compute it/)
    await page.keyboard.press('Enter')
    return
  }
  if (answer === 'code from outbox') {
    await pressUntil(page, 'Tab', /^button Use \d+ from the practice outbox/)
    await page.keyboard.press('Enter')
    return
  }
  if ('choose' in answer) {
    const radio = form.getByRole('radio', { name: new RegExp(`(^| )${answer.choose}$`) })
    await page.keyboard.press('Space')
    for (let moves = 0; !(await radio.isChecked()); moves += 1) {
      expect(moves, `arrows to ${answer.choose}`).toBeLessThan(12)
      await page.keyboard.press('ArrowDown')
    }
  }
  for (const [label, text] of Object.entries(answer.type ?? {})) {
    const field = form.getByLabel(new RegExp(`^${label}`)).first()
    if (!(await field.evaluate((input) => input === document.activeElement)))
      await pressUntil(page, 'Tab', new RegExp(`^input ${label}`))
    await write(page, text)
  }
  await page.keyboard.press('Enter')
}
