import type { Page } from '@playwright/test'
import { expect, test } from './application.ts'
import { find, press, pressUntil, write } from './by-keyboard.ts'
import { ways, type Answer, type Way } from './ways.ts'
import type { Timeline } from './views/timeline.ts'

for (const way of ways) {
  const asked = way.challenges.map(([name]) => name)
  test(`${way.flow} by ${way.user} (${asked.join(', ')}) needs a mouse, or does not end`, async ({
    application,
  }) => {
    const { page, window } = application
    await signIn(page, way)
    for (const [challenge, answer] of way.challenges) {
      await window.timeline.toWaitFor(challenge)
      await answerWith(page, window.timeline, answer)
    }
    await window.timeline.toBeSignedIn()
  })
}

/** Starts a sign-in by keys alone. */
async function signIn(page: Page, { byHand = [], client, flow, given = {}, user }: Way) {
  await find(page, `Practice: ${client}`, `Practice: ${client}`)
  await pressUntil(page, 'Tab', /^button [A-Z]+_[A-Z_]+$/)
  const tab = page.getByRole('tab', { name: flow, exact: true })
  for (let moves = 0; (await tab.getAttribute('aria-selected')) !== 'true'; moves += 1) {
    expect(moves, `arrows to ${flow}`).toBeLessThan(12)
    await press(page, 'ArrowRight')
  }
  for (const [label, value] of Object.entries({ 'User name': user, ...given })) {
    await pressUntil(page, 'Tab', new RegExp(`^input ${label}`))
    await write(page, value)
  }
  for (const name of byHand) {
    await pressUntil(page, 'Tab', new RegExp(`^button ${name}`))
    const toggle = page.getByRole('switch', { name })
    if ((await toggle.getAttribute('aria-checked')) === 'true') await press(page, 'Space')
    await expect(toggle).toHaveAttribute('aria-checked', 'false')
  }
  await page.keyboard.press('ControlOrMeta+Enter')
}

/** Answers the challenge that waits by keys alone; its form has the focus. */
async function answerWith(page: Page, { answer: form }: Timeline, answer: Answer): Promise<void> {
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
