import { expect, type Locator, type Page } from '@playwright/test'
import { flows } from '#engine/catalogue/flows/index.ts'
import { find, press, pressUntil, write } from './by-keyboard.ts'
import { escaped } from './escaped.ts'
import { focusOf } from './focus.ts'
import { switches, type Answer, type Journey } from './journeys.ts'
import type { AuthscopeWindow } from './window.ts'

/** What a sign-in begins with. */
type Beginning = Pick<Journey, 'asAdmin' | 'manualControls' | 'flow' | 'inputs' | 'profile'>

/** Starts a sign-in by keys alone, once what it needs was made by keys as well. */
export async function signInByKeyboard(window: AuthscopeWindow, journey: Journey): Promise<void> {
  if (journey.before) await makeReady(window, journey, journey.before)
  await begin(window.page, journey)
}

/** Signs in by password, which leaves tokens, and then uses them as the caller says. */
async function makeReady(
  { page, passkeys, timeline }: AuthscopeWindow,
  { profile, user }: Journey,
  wanted: NonNullable<Journey['before']>,
): Promise<void> {
  const inputs = { Username: user }
  await begin(page, {
    asAdmin: false,
    manualControls: [],
    flow: 'USER_PASSWORD_AUTH',
    inputs,
    profile,
  })
  await timeline.toBeSignedIn()
  if (wanted === 'device')
    await expect(page.getByRole('button', { name: /^Step \d+, done: ConfirmDevice/ })).toBeVisible()
  if (wanted !== 'passkey') return
  await press(page, 'ControlOrMeta+6')
  await pressUntil(page, 'Tab', /^button Register a passkey…/)
  await press(page, 'Enter')
  await pressUntil(page, 'Tab', /^input Name/)
  await write(page, 'By keyboard')
  await page.keyboard.press('Enter')
  await expect(passkeys.row('By keyboard')).toContainText('here and in Cognito')
  await press(page, 'ControlOrMeta+1')
}

const flowTab = new RegExp(`^button (${[...flows.keys()].join('|')})$`)

async function begin(page: Page, { asAdmin, manualControls, flow, inputs, profile }: Beginning) {
  await find(page, profile, profile)
  // The form is folded after a sign-in; its flows come before its first field.
  await press(page, 'ControlOrMeta+L')
  await pressUntil(page, 'Shift+Tab', flowTab)
  const tab = page.getByRole('tab', { name: flow, exact: true })
  if ((await tab.count()) === 0) {
    await pressUntil(page, 'Tab', /^button More flows/)
    await press(page, 'Enter')
    const item = new RegExp(`^div ${flow}\\b`)
    for (let moves = 0; !item.test((await focusOf(page)).place); moves += 1) {
      expect(moves, `arrows to ${flow}`).toBeLessThan(12)
      await press(page, 'ArrowDown')
    }
    await press(page, 'Enter')
  }
  for (let moves = 0; (await tab.getAttribute('aria-selected')) !== 'true'; moves += 1) {
    expect(moves, `arrows to ${flow}`).toBeLessThan(12)
    await press(page, 'ArrowRight')
  }
  for (const [label, value] of Object.entries(inputs)) {
    await pressUntil(page, 'Tab', new RegExp(`^(input|select) ${escaped(label)}`))
    const list = page.locator('select:focus')
    if ((await list.count()) === 0) await write(page, value)
    else await choose(page, list, value)
  }
  const side = asAdmin ? 'administrator' : 'client'
  await pressUntil(page, 'Tab', /^input (client|administrator) /)
  const radio = page.getByRole('radio', { name: side, exact: true })
  if (!(await radio.isChecked())) await press(page, 'ArrowRight')
  await expect(radio).toBeChecked()
  // Switches stay as an earlier sign-in of the profile left them.
  for (const [automatic, name] of Object.entries(switches)) {
    const wanted = String(!manualControls.some((one) => one === automatic))
    const toggle = page.getByRole('switch', { name })
    // Only those are there that can matter to the flow.
    if ((await toggle.count()) === 0) continue
    if ((await toggle.getAttribute('aria-checked')) === wanted) continue
    await pressUntil(page, 'Tab', new RegExp(`^button ${name}`))
    await press(page, 'Space')
    await expect(toggle).toHaveAttribute('aria-checked', wanted)
  }
  await page.keyboard.press('ControlOrMeta+Enter')
}

/** Goes through a list from its first entry to one by its value on the wire. */
async function choose(page: Page, list: Locator, value: string): Promise<void> {
  await press(page, 'Home')
  for (let moves = 0; (await list.inputValue()) !== value; moves += 1) {
    expect(moves, `arrows to ${value}`).toBeLessThan(12)
    await press(page, 'ArrowDown')
  }
}

/** Answers the challenge that waits by keys alone; its form has the focus. */
export async function answerByKeyboard(
  { page, timeline: { answer: form } }: AuthscopeWindow,
  answer: Answer,
): Promise<void> {
  await expect(form.locator(':focus')).toHaveCount(1)
  if (answer === 'compute') {
    await pressUntil(page, 'Tab', /^button Compute and send/)
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
    const field = form.getByLabel(new RegExp(`^${escaped(label)}`)).first()
    if (!(await field.evaluate((input) => input === document.activeElement)))
      await pressUntil(page, 'Tab', new RegExp(`^input ${escaped(label)}`))
    await write(page, text)
  }
  await page.keyboard.press('Enter')
}
