import { expect, type Locator, type Page } from '@playwright/test'
import { escaped } from '../escaped.ts'

/** The steps of a sign-in, and the form in which an open challenge is answered. */
export class Timeline {
  readonly #page: Page
  readonly region: Locator
  readonly answer: Locator

  constructor(page: Page) {
    this.#page = page
    this.region = page.getByRole('region', { name: 'Timeline' })
    this.answer = this.region.getByRole('form', { name: 'Answer' })
  }

  /** A step's card, by its number from 1. */
  step(number: number): Locator {
    return this.region.getByRole('listitem').filter({ has: this.#lineOf(number) })
  }

  /** Selects a step, as a click on its line does. */
  async select(number: number): Promise<void> {
    await this.#lineOf(number).click()
  }

  /** Expects steps with these words, in order and no more: `done: InitiateAuth PASSWORD_…`. */
  async toShow(lines: readonly (string | RegExp)[]): Promise<void> {
    await expect(this.region.getByRole('button', { name: /^Step \d+, / })).toHaveCount(lines.length)
    for (const [index, line] of lines.entries()) {
      const words = typeof line === 'string' ? new RegExp(escaped(line)) : line
      await expect(this.#lineOf(index + 1)).toHaveAccessibleName(words)
    }
  }

  /** Expects the tokens at the end. */
  async toBeSignedIn(): Promise<void> {
    await expect(this.region.getByText('signed in', { exact: true })).toBeVisible()
    await expect(this.region.getByRole('button', { name: 'Show the tokens' })).toBeVisible()
  }

  /** Expects a challenge to wait, by its name on the wire, and gives its card. */
  async toWaitFor(challenge: string): Promise<Locator> {
    const card = this.region
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('button', { name: /^Step \d+, waiting: / }) })
    await expect(card).toContainText(challenge)
    await expect(this.answer).toBeVisible()
    return card
  }

  /** Expects the challenge to wait once more, after an answer that was refused. */
  async toWaitForAnother(challenge: string): Promise<void> {
    await this.toWaitFor(challenge)
    await expect(this.answer).toContainText('That answer was rejected.')
  }

  /** Expects a refusal at the end; one from the history cannot be started over. */
  async toBeRefused({ live = true } = {}): Promise<void> {
    await expect(this.region.getByText('refused', { exact: true })).toBeVisible()
    const again = this.region.getByRole('button', { name: 'Start over' })
    if (live) await expect(again).toBeVisible()
    else await expect(again).toBeHidden()
  }

  /** For each step, the mark of the session that it was sent with; empty where there was none. */
  async sessionMarks(): Promise<readonly string[]> {
    const steps = await this.region
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('button', { name: /^Step \d+, / }) })
      .all()
    return Promise.all(
      steps.map(async (step) => {
        const text = await step.innerText()
        return /sent with\s+(session \w+)/.exec(text)?.[1] ?? ''
      }),
    )
  }

  async answerCode(code: string): Promise<void> {
    await this.answer.getByLabel(/^Code/).fill(code)
    await this.send()
  }

  async answerNewPassword(
    password: string,
    attributes: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.answer.getByLabel(/^New password/).fill(password)
    for (const [name, value] of Object.entries(attributes))
      await this.answer.getByLabel(new RegExp(`^${name}`)).fill(value)
    await this.send()
  }

  async chooseFactor(label: string): Promise<void> {
    await this.answer.getByRole('radio', { name: label }).check()
    await this.send()
  }

  /** Has the open challenge's answer computed, as its switch would have done. */
  async computeIt(): Promise<void> {
    await this.answer.getByRole('button', { name: 'Compute and send' }).click()
  }

  async useCodeFromOutbox(): Promise<void> {
    await this.answer.getByRole('button', { name: /^Use \d+ from the practice outbox$/ }).click()
  }

  async send(): Promise<void> {
    await this.answer.getByRole('button', { name: 'Answer', exact: true }).click()
  }

  async startOver(): Promise<void> {
    await this.region.getByRole('button', { name: 'Start over' }).click()
  }

  #lineOf(number: number): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^Step ${String(number)}, `) })
  }
}
