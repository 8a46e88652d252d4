// From a key press to the cause: six failures that people lose hours with, by keyboard alone.
import { expect, type Page } from '@playwright/test'
import { test } from './application.ts'
import { find, press, pressUntil, write } from './by-keyboard.ts'
import { answerByKeyboard } from './keyboard-journey.ts'
import { password } from './practice-users.ts'
import { callRaw } from './raw-bridge.ts'
import type { AuthscopeWindow } from './window.ts'

/** Words that a person reads on the refused card until the cause has been named. */
const maxWords = 30

/** Signs in by keys, with a fault of the request where one is named. */
async function signInByKeys(
  page: Page,
  profile: string,
  username: string,
  typed: string | undefined,
  fault?: string,
): Promise<void> {
  await find(page, profile, profile)
  await press(page, 'ControlOrMeta+L')
  await write(page, username)
  if (typed !== undefined) {
    await pressUntil(page, 'Tab', /^input Password/)
    await write(page, typed)
  }
  if (fault !== undefined) {
    await pressUntil(page, 'Tab', /^button More inputs/)
    // What it opens takes the focus.
    await page.keyboard.press('Enter')
    await pressUntil(page, 'Tab', /^select Inject a fault/)
    const list = page.locator('select:focus')
    await press(page, 'Home')
    for (let moves = 0; (await list.inputValue()) !== fault; moves += 1) {
      expect(moves, `arrows to ${fault}`).toBeLessThan(30)
      await press(page, 'ArrowDown')
    }
  }
  await page.keyboard.press('ControlOrMeta+Enter')
}

/** Expects the refused step to name this cause, after few words. */
async function expectCause({ timeline }: AuthscopeWindow, code: string, cause: string) {
  const card = timeline.region.getByRole('listitem').filter({ hasText: code })
  await expect(card).toContainText(cause)
  // That a fault was injected is said for the sake of this test alone.
  const text = (await card.innerText()).replace(/^Injected fault: .*$/m, '')
  const until = text.slice(0, text.indexOf(cause) + cause.length)
  const words = until.split(/\s+/).filter(Boolean)
  expect(words.length, until).toBeLessThanOrEqual(maxWords)
}

test('a wrong password is named', async ({ application: { page, window } }) => {
  await signInByKeys(page, 'Practice: web-public', 'alice', 'Wrong-Password-9!')
  await expectCause(window, 'AS1101', 'The password is wrong')
})

test('a clock that is ten minutes behind is named', async ({ application: { page, window } }) => {
  await callRaw(page, 'practice.turnOn', { name: 'clock-skew', settings: { seconds: 600 } })
  await signInByKeys(page, 'Practice: web-public', 'alice', password)
  await expectCause(window, 'AS1301', 'The clock is')
})

test('a client secret with the line end of a file is named', async ({
  application: { page, window },
}) => {
  const practice = (await callRaw(page, 'profile.list')).value as readonly {
    readonly name: string
  }[]
  const { id: _id, ...draft } = practice.find(({ name }) => name === 'Practice: server-secret') as {
    readonly id: string
    readonly name: string
  }
  await callRaw(page, 'profile.create', {
    ...draft,
    name: 'Secret from a file',
    clientSecret: '1practicesecret0that0guards0nothing0but0practice001\n',
  })
  await signInByKeys(page, 'Secret from a file', 'alice', password)
  await expectCause(window, 'AS1204', 'The client secret has a line break at its end')
})

test('a hash over the alias instead of the user ID is named', async ({
  application: { page, window },
}) => {
  await signInByKeys(
    page,
    'Practice: server-secret',
    'alice@example.com',
    password,
    'secret-hash-over-alias',
  )
  await expectCause(window, 'AS1202', 'SECRET_HASH was computed over')
})

test('a session that an earlier step used is named', async ({ application: { page, window } }) => {
  await signInByKeys(page, 'Practice: web-public', 'choose-mfa-user', password, 'spent-session')
  await window.timeline.toWaitFor('SELECT_MFA_TYPE')
  await answerByKeyboard(window, { choose: 'SOFTWARE_TOKEN_MFA' })
  await expectCause(window, 'AS1401', 'The Session was already used, in step 3')
})

test('a locked user is named, and how long to wait', async ({ application: { page, window } }) => {
  await signInByKeys(page, 'Practice: web-public', 'locked-user', password)
  await expectCause(window, 'AS1901', 'locked out')
})
