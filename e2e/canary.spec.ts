import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type Application } from './application.ts'
import { filesUnder } from './files.ts'
import { found } from './forms-of-a-secret.ts'
import type { ForeignPool } from './servers.ts'

/** Strings that occur only where a secret of this test was stored. */
const planted = {
  password: 'Canary-"Password"-7f3e/1!',
  'temporary password': 'Canary-Temporary-8a4d!',
  'new password': 'Canary-New-Password-9b5c!',
  'wrong password': 'Canary-Wrong-Password-2c6a!',
  'client secret': 'canary0client0secret03d7e0abcdefghijklmnopqrstuv',
  'TOTP secret': 'CANARYTOTPSECRETTHATSTANDSNOWHEREELSEATALLINHERE',
} as const

const configuration = {
  pools: [
    {
      id: 'eu-west-1_Canary1',
      clients: [
        {
          name: 'canary',
          id: 'canaryclient00000000000001',
          secret: planted['client secret'],
          explicitAuthFlows: [
            'ALLOW_USER_SRP_AUTH' as const,
            'ALLOW_USER_PASSWORD_AUTH' as const,
            'ALLOW_REFRESH_TOKEN_AUTH' as const,
          ],
        },
      ],
      users: [
        {
          username: 'totp-canary',
          password: planted.password,
          totpSecret: planted['TOTP secret'],
          userMfaSettingList: ['SOFTWARE_TOKEN_MFA' as const],
        },
        {
          username: 'sms-canary',
          password: planted.password,
          attributes: { phone_number: '+15555550123', phone_number_verified: 'true' },
          userMfaSettingList: ['SMS_MFA' as const],
        },
        {
          username: 'new-canary',
          password: planted['temporary password'],
          status: 'FORCE_CHANGE_PASSWORD' as const,
        },
      ],
    },
  ],
}

/** Secrets by what they are. */
type Canaries = ReadonlyMap<string, string>

/** Members of calls and answers that are secret, as the server saw and gave them. */
const secretMember =
  /^(Session|SECRET_HASH|SECRET_BLOCK|PASSWORD_CLAIM_SIGNATURE|\w*_CODE|REFRESH_TOKEN|IdToken|AccessToken|RefreshToken)$/

/** Adds every secret member of a JSON body; of a token its signature too. */
function collect(value: unknown, from: string, into: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string' && secretMember.test(name)) {
      into.set(`${name} of ${from}`, member)
      // A snapshot of a heap cuts long strings, and half of a token is a token lost.
      if (member.length > 400) into.set(`beginning of ${name} of ${from}`, member.slice(0, 300))
      const signature = member.split('.').at(-1) ?? ''
      if (name.endsWith('Token')) into.set(`end of the ${name} of ${from}`, signature)
    } else collect(member, from, into)
  }
}

const canariesOf = (pool: ForeignPool): Canaries => {
  const canaries = new Map<string, string>(Object.entries(planted))
  for (const [index, { body }] of pool.received.entries()) collect(body, `call ${index}`, canaries)
  for (const [index, body] of pool.answered.entries()) collect(body, `answer ${index}`, canaries)
  return canaries
}

/** The contents of the stores of the page, computed values too, as one string. */
const storesOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const app = Reflect.get(document.querySelector('#app') ?? {}, '__vue_app__') as {
      config: { globalProperties: { $pinia: { _s: Map<string, Record<string, unknown>> } } }
    }
    const seen = new Set<unknown>()
    const plain = (value: unknown): unknown => {
      if (typeof value === 'function') return undefined
      if (typeof value !== 'object' || value === null) return value
      if (seen.has(value)) return undefined
      seen.add(value)
      if (value instanceof Map || value instanceof Set) return [...value].map(plain)
      return Object.fromEntries(
        Object.keys(value).map((key) => [key, plain(Reflect.get(value, key))]),
      )
    }
    const stores = [...app.config.globalProperties.$pinia._s].map(([id, store]) => [
      id,
      plain(store),
    ])
    return JSON.stringify(stores)
  })

/** Everything that the heap of the page contains as text, what was forgotten collected first. */
async function textsOfHeap(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const parts: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const { strings } = JSON.parse(parts.join('')) as { strings: readonly string[] }
  return strings.join('\n')
}

function expectNone(canaries: Canaries, within: Buffer, where: string): void {
  const hits = [...canaries].flatMap(([what, secret]) =>
    found(secret, within).map((form) => `${what} as ${form}`),
  )
  expect(hits, `secrets in the clear in ${where}`).toEqual([])
}

async function signInWithEach({ page, window }: Application, pool: ForeignPool): Promise<void> {
  await window.signIn.signInAs('totp-canary', planted['wrong password'])
  await expect(window.timeline.region).toContainText('NotAuthorizedException')
  await window.signIn.signInAs('totp-canary', planted.password)
  await window.timeline.toBeSignedIn()
  await page.keyboard.press('ControlOrMeta+R')
  await expect(window.timeline.region).toContainText('GetTokensFromRefreshToken')
  await window.timeline.toBeSignedIn()

  await window.signIn.chooseFlow('USER_PASSWORD_AUTH')
  await window.signIn.signInAs('sms-canary', planted.password)
  await window.timeline.toWaitFor('SMS_MFA')
  await window.timeline.answerCode('000000')
  await expect(window.timeline.answer).toContainText('That answer was rejected.')
  await window.timeline.answerCode(pool.newestCode('sms-canary'))
  await window.timeline.toBeSignedIn()
  await window.signIn.signInAs('new-canary', planted['temporary password'])
  await window.timeline.toWaitFor('NEW_PASSWORD_REQUIRED')
  await window.timeline.answerNewPassword(planted['new password'])
  await window.timeline.toBeSignedIn()
}

async function exportRedacted({ saveTo, window }: Application, folder: string, name: string) {
  for (const format of ['HAR 1.2', 'Authscope JSON'] as const) {
    await saveTo(join(folder, `${name}.${format === 'HAR 1.2' ? 'har' : 'json'}`))
    await window.exporting.open()
    await window.exporting.choose(format, 'Redacted')
    await window.exporting.save()
  }
}

test('no secret is stored in plain text on disk, in a log, an export or the window', async ({
  application,
  folder,
  servers,
}) => {
  const pool = await servers.pool({ configuration })
  await application.window.profiles.create({
    name: 'Canary',
    userPoolId: 'eu-west-1_Canary1',
    clientId: 'canaryclient00000000000001',
    clientSecret: planted['client secret'],
    totpSecret: planted['TOTP secret'],
    endpoint: pool.endpoint,
  })
  await signInWithEach(application, pool)
  await exportRedacted(application, folder, 'now')
  for (const view of ['History', 'Tokens', 'Practice pool', 'Settings', 'Sign-in'] as const)
    await application.window.goTo(view)
  const canaries = canariesOf(pool)
  expect(canaries.size).toBeGreaterThan(40)
  const memory = {
    'the stores': await storesOf(application.page),
    'the page': await application.page.content(),
    'the heap of the window': await textsOfHeap(application.page),
  }
  for (const [where, text] of Object.entries(memory)) {
    expect(text, `what is open in ${where}`).toContain('new-canary')
    expectNone(canaries, Buffer.from(text), where)
  }
  const output = application.output()

  // Again from the encrypted history, after a restart.
  await application.restart()
  const { page, window } = application
  await window.goTo('History')
  const rows = page.getByRole('region', { name: 'Earlier runs' }).getByRole('listitem')
  // A refresh goes on in the trace of its sign-in.
  await expect(rows).toHaveCount(4)
  await rows.filter({ hasText: 'sms-canary' }).getByRole('button').first().click()
  await expect(page.getByRole('main', { name: 'History' })).toContainText('signed in')
  await exportRedacted(application, folder, 'later')
  expectNone(canaries, Buffer.from(await storesOf(page)), 'the stores after a restart')
  await application.quit()

  const files = await filesUnder(folder)
  const names = files.map((file) => relative(folder, file))
  for (const name of ['now.har', 'now.json', 'later.har', 'later.json', 'data/profiles.json'])
    expect(names).toContain(name)
  expect(names.some((name) => /^data\/traces-\w+\.db$/.test(name))).toBe(true)
  for (const file of files) expectNone(canaries, await readFile(file), relative(folder, file))
  expectNone(canaries, Buffer.from(output), 'what the application wrote to its terminal')
})

test('the search for canaries finds them in every encoding', () => {
  const around = (middle: string) => Buffer.from(`{"x":"${middle}","y":1}`)
  for (const [what, secret] of Object.entries(planted)) {
    expect(found(secret, around(secret)), what).toContain('UTF-8')
    expect(found(secret, Buffer.from(around(secret).toString(), 'utf16le')), what).toContain(
      'UTF-16',
    )
    expect(found(secret, around(encodeURIComponent(secret))), what).toContain('URL')
    for (const before of ['', 'a', 'ab', 'abc']) {
      const base64 = Buffer.from(`${before}${secret}after`).toString('base64')
      expect(found(secret, around(base64)).join(), `${what} in base64`).toContain('base64')
    }
    expect(found(secret, around(secret.slice(1))), what).toEqual([])
  }
  expect(found('123456', Buffer.from('code=123456;'))).toEqual(['UTF-8'])
  expect(found('123456', Buffer.from('at=91234567'))).toEqual([])
})
