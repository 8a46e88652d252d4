import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Application } from './application.ts'
import { importInDevTools } from './devtools-har.ts'
import { filesUnder } from './files.ts'
import { validateHar } from './har.ts'
import { callRaw } from './raw-bridge.ts'
import { resize, takeScreenshotsInBothThemes } from './screenshot.ts'
import type { ForeignPool, Servers } from './servers.ts'

const password = 'Practice-Password-1!'
const clientSecret = '1practicesecret0that0guards0nothing0but0practice001'

/** A sign-in with everything in it that must not leave: a password, a secret, a code, tokens. */
async function signInWithEverything(
  { window }: Application,
  servers: Servers,
): Promise<ForeignPool & { readonly code: string }> {
  const pool = await servers.pool()
  await window.profiles.create({
    name: 'Shop',
    userPoolId: 'us-east-1_Practice1',
    clientId: '2practiceserversecret00002',
    clientSecret,
    endpoint: pool.endpoint,
    flow: 'USER_PASSWORD_AUTH',
  })
  await window.signIn.signInAs('sms-user@example.com', password)
  await window.timeline.toWaitFor('SMS_MFA')
  const code = pool.newestCode('sms-user')
  await window.timeline.answerCode(code)
  await window.timeline.toBeSignedIn()
  return { ...pool, code }
}

/** Every secret that went over the wire, as the pool's side of it saw them. */
const wireSecrets = ({ code, received }: ForeignPool & { readonly code: string }) => {
  const members = (name: string) =>
    received.flatMap(({ body }) => [body[name]].filter((value) => value !== undefined))
  const answers = [...members('AuthParameters'), ...members('ChallengeResponses')] as Readonly<
    Record<string, string>
  >[]
  return {
    password,
    code,
    'secret hash': answers[0]?.['SECRET_HASH'] ?? 'no secret hash was sent',
    session: (members('Session') as string[])[0] ?? 'no session was sent',
  }
}

interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly request: { readonly postData: { readonly text: string } }
      readonly response: { readonly content: { readonly text: string } }
    }[]
  }
}

test('a redacted export is a valid HAR without secrets or personal values', async ({
  application,
  folder,
  servers,
}) => {
  const { page, window } = application
  const pool = await signInWithEverything(application, servers)
  const secrets = { ...wireSecrets(pool), 'client secret': clientSecret }

  await application.saveTo(join(folder, 'trace.har'))
  await window.exporting.open()
  await expect(window.exporting.dialog.getByLabel('Format')).toHaveValue('har')
  await expect(window.exporting.dialog.getByRole('radio', { name: 'Redacted' })).toBeChecked()
  await expect(window.exporting.dialog).toContainText('passwords, as marks')
  await window.exporting.save()
  await expect(window.notice(`Saved as ${join(folder, 'trace.har')}`)).toBeVisible()
  await application.saveTo(join(folder, 'trace.json'))
  await window.exporting.open()
  await window.exporting.choose('Authscope JSON', 'Redacted')
  await window.exporting.save()

  for (const name of ['trace.har', 'trace.json']) {
    const text = await readFile(join(folder, name), 'utf8')
    for (const [what, secret] of Object.entries(secrets))
      expect(text, `${what} in ${name}`).not.toContain(secret)
    expect(text, name).not.toMatch(/eyJ[\w-]{20,}/)
    expect(text, name).not.toMatch(/sms-user/)
    expect(text, name).not.toMatch(/@example\.com/)
    expect(text, name).not.toContain('15555550123')
    for (const kind of ['password', 'code', 'session', 'secret hash', 'id token', 'user'])
      expect(text, name).toMatch(new RegExp(`‹${kind} [0-9a-f]{4,}›`))
  }
  const har = JSON.parse(await readFile(join(folder, 'trace.har'), 'utf8')) as Har
  expect(validateHar(har)).toEqual([])
  expect(har.log.entries).toHaveLength(2)
  const sent = JSON.parse(har.log.entries[0]?.request.postData.text ?? '') as object
  expect(sent).toMatchObject({ AuthFlow: 'USER_PASSWORD_AUTH' })
  const json = JSON.parse(await readFile(join(folder, 'trace.json'), 'utf8')) as object
  expect(json).toMatchObject({ format: 'authscope-trace', version: 3 })
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('secrets are exported only after a confirmation that names them', async ({
  application,
  folder,
  servers,
}) => {
  const { page, window } = application
  const pool = await signInWithEverything(application, servers)
  const path = join(folder, 'whole.har')
  await application.saveTo(path)
  await window.exporting.open()
  const { dialog } = window.exporting
  const save = dialog.getByRole('button', { name: 'Save…' })
  await window.exporting.choose('HAR 1.2', 'With secrets')
  for (const what of ['passwords', 'codes', 'session strings', 'ID tokens'])
    await expect(dialog).toContainText(`${what}, readable`)
  await expect(save).toBeDisabled()
  const agreement = dialog.getByRole('checkbox')
  await agreement.check()
  await expect(save).toBeEnabled()
  // Agreeing to one form is not agreeing to another.
  await dialog.getByLabel('Format').selectOption('json')
  await expect(agreement).not.toBeChecked()
  await expect(save).toBeDisabled()
  // Decoded claims are in our own format alone.
  await expect(dialog).toContainText('phone numbers, readable')
  await dialog.getByLabel('Format').selectOption('har')

  await application.saveTo(undefined)
  await agreement.check()
  await save.click()
  await expect(save).toBeEnabled()
  await expect(dialog).toBeVisible()
  expect((await filesUnder(folder)).filter((file) => file.endsWith('.har'))).toEqual([])

  await application.saveTo(path)
  await save.click()
  await expect(dialog).toBeHidden()
  const text = await readFile(path, 'utf8')
  for (const [what, secret] of Object.entries(wireSecrets(pool)))
    expect(text, what).toContain(secret)
  const har = JSON.parse(text) as Har
  expect(validateHar(har)).toEqual([])
  const [first] = har.log.entries
  expect(JSON.parse(first?.request.postData.text ?? '')).toEqual(pool.received[0]?.body)
  expect(har.log.entries[1]?.response.content.text).toMatch(/"IdToken":"eyJ/)

  // What a script in the page could do: ask for it without having looked, or with an old look.
  const runId = await page.evaluate(() => {
    const bridge = Reflect.get(window, 'authscope') as {
      call: (
        route: string,
        input: object,
      ) => Promise<{ value: { rows: readonly { runId: string }[] } }>
    }
    return bridge
      .call('history.page', { filter: '', limit: 1 })
      .then(({ value }) => value.rows[0]?.runId ?? '')
  })
  const form = { runIds: [runId], format: 'har', redacted: false }
  for (const confirmation of ['', 'yes', '__proto__'])
    expect(await callRaw(page, 'export.save', { ...form, confirmation })).toMatchObject({
      ok: false,
      failure: { code: 'export-unconfirmed' },
    })
  const preview = await callRaw(page, 'export.preview', { ...form, format: 'json' })
  const { confirmation } = preview.value as { confirmation: string }
  expect(await callRaw(page, 'export.save', { ...form, confirmation })).toMatchObject({
    ok: false,
    failure: { code: 'export-changed' },
  })
})

test('the HAR opens in the developer tools of Chromium, call by call', async ({
  application,
  folder,
  servers,
}) => {
  const { window } = application
  await signInWithEverything(application, servers)
  await application.saveTo(join(folder, 'trace.har'))
  await window.exporting.open()
  await window.exporting.save()
  const text = await readFile(join(folder, 'trace.har'), 'utf8')
  const { entries } = (JSON.parse(text) as Har).log
  const calls = await importInDevTools(text)
  expect(calls.map(({ method, status }) => [method, status])).toEqual([
    ['POST', 200],
    ['POST', 200],
  ])
  expect(calls.map(({ request }) => request)).toEqual(
    entries.map((entry) => entry.request.postData.text),
  )
  expect(calls.map(({ response }) => response)).toEqual(
    entries.map((entry) => entry.response.content.text),
  )
  for (const { duration } of calls) expect(duration).toBeGreaterThan(0)
})

test('the dialog has every format in a small window', async ({ application, servers }) => {
  const { electron, page, window } = application
  await signInWithEverything(application, servers)
  await window.exporting.open()
  for (const size of [
    { width: 900, height: 600 },
    { width: 1440, height: 900 },
  ]) {
    await resize(electron, page, size)
    const save = window.exporting.dialog.getByRole('button', { name: 'Save…' })
    await save.scrollIntoViewIfNeeded()
    await expect(save).toBeInViewport()
    await takeScreenshotsInBothThemes(
      electron,
      page,
      page,
      (theme) => `test-results/export-dialog-${String(size.width)}-${theme}.png`,
    )
  }
})
