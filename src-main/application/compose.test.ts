import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ContractEvent } from '#contract/events.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { passwordSignIn, startUnderTest } from './application-under-test.ts'
import type { RunningApplication } from './compose.ts'

vi.setConfig({ testTimeout: 40_000 })

const canary = 'Canary-Secret-0123456789abcdef'
let folder = ''
let running: RunningApplication[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authscope-application-'))
})
afterEach(async () => {
  await Promise.all(running.map((application) => application.close()))
  running = []
  rmSync(folder, { recursive: true })
})

/** Starts the application on the test's folder, as its window would see it. */
function start(backend = 'keychain') {
  const events: ContractEvent[] = []
  const lines: string[] = []
  const desktop = {
    clipboard: '',
    saveTo: join(folder, 'export.txt'),
    toOpen: undefined as string | undefined,
    opened: [] as string[],
    onEvent: (_event: ContractEvent): void => undefined,
  }
  const { application, call } = startUnderTest(folder, {
    system: {
      clipboard: {
        read: () => Promise.resolve(desktop.clipboard),
        write: (text) => {
          desktop.clipboard = text
          return Promise.resolve()
        },
      },
      openPath: (path) => {
        desktop.opened.push(path)
        return Promise.resolve()
      },
      askWhereToSave: () => Promise.resolve(desktop.saveTo),
      askWhatToOpen: () => Promise.resolve(desktop.toOpen),
    },
    box: () => secretBoxInMemory(backend, backend),
    emit: (event) => {
      events.push(event)
      desktop.onEvent(event)
    },
    log: (line) => lines.push(line),
  })
  running.push(application)
  const stop = async () => {
    running = running.filter((other) => other !== application)
    await application.close()
  }
  return { application, call, desktop, events, lines, stop }
}

const endsOf = (events: readonly ContractEvent[]): number =>
  events.filter((event) => event.type === 'run.event' && event.event.type === 'ended').length

type Started = Awaited<ReturnType<typeof start>>

const listed = ({ call }: Started) => call('history.page', { filter: '', limit: 100 })

async function signIn(started: Started, secrets = {}) {
  await started.application.startPractice()
  return runOf(started, 'USER_PASSWORD_AUTH', secrets)
}

async function runOf({ call, events }: Started, flow: string, secrets = {}) {
  const endsBefore = endsOf(events)
  const [profile] = await call('profile.list')
  const { runId } = await call('run.start', { ...passwordSignIn(profile?.id), flow, secrets })
  await expect
    .poll(
      () => endsOf(events) > endsBefore,
      // The first sign-in loads the SDK, which takes a while on a busy machine.
      { timeout: 20_000 },
    )
    .toBe(true)
  return runId
}

const everythingOnDisk = () =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))

describe('the application', () => {
  it('signs in to its practice pool with nothing typed, and checks the tokens', async () => {
    const started = start()
    const runId = await signIn(started)
    expect(await started.call('run.open', { runId })).toMatchObject({ run: { state: 'tokens' } })
    const { tokens } = await started.call('token.check', { runId })
    expect(tokens[0]?.report.findings.map(({ code }) => code)).toContain('signature-valid')
    expect(started.lines).toEqual([])
  })

  it('refuses a username that no form would send, and makes no call', async () => {
    const started = start()
    await started.application.startPractice()
    const [profile] = await started.call('profile.list')
    const long = started.call('run.start', passwordSignIn(profile?.id, 'x'.repeat(298)))
    await expect(long).rejects.toMatchObject({
      code: 'input-malformed',
      message: 'A Cognito username has at most 128 characters.',
    })
    expect(await listed(started)).toMatchObject({ rows: [] })
  })

  it('compares tokens with those before a refresh, and copies one alone or as a header', async () => {
    const started = start()
    const first = await signIn(started)
    expect(await started.call('token.check', { runId: first })).toMatchObject({ refreshed: [] })
    const runId = await runOf(started, 'GetTokensFromRefreshToken')
    const { refreshed, tokens } = await started.call('token.check', { runId })
    const changed = refreshed.map(({ differences, use }) => [
      use,
      differences.filter(({ expected }) => !expected),
    ])
    expect(changed).toEqual([
      ['id', []],
      ['access', []],
    ])
    expect(tokens.map(({ verifiers }) => verifiers.length)).toContain(3)

    const { secrets } = await started.call('run.open', { runId })
    const { mark = '' } = secrets.find(({ kind }) => kind === 'access token') ?? {}
    const { text } = await started.call('secret.reveal', { runId, mark })
    const { desktop } = started
    await started.call('secret.copy', { runId, mark, as: 'authorization header' })
    expect(desktop.clipboard).toBe(`Authorization: Bearer ${text}`)
    const pasted = { text: `ACCESS_TOKEN=${text}`, index: 0, as: 'value' } as const
    expect(await started.call('token.copy', pasted)).toEqual({ clearedAfter: 60 })
    expect(desktop.clipboard).toBe(text)
    // A token that is not there is copied in no form, and what was copied before stays.
    await expect(started.call('token.copy', { ...pasted, index: 9 })).rejects.toThrow(
      'This token is no longer in the text.',
    )
    expect(desktop.clipboard).toBe(text)
    await started.stop()
    expect(desktop.clipboard).toBe('')
  })

  it('keeps a sign-in and its secrets over a restart, with none in plain text on disk', async () => {
    const first = start()
    const runId = await signIn(first, { PASSWORD: canary })
    await first.call('profile.create', {
      name: 'Shop',
      colour: 'red',
      production: true,
      region: 'us-east-1',
      userPoolId: 'us-east-1_AbC',
      clientId: 'client',
      endpoint: '',
      username: 'ann',
      flow: 'USER_SRP_AUTH',
      automatic: { srp: true, totp: true },
      clientSecret: canary,
    })
    await first.stop()
    for (const text of everythingOnDisk()) expect(text).not.toContain(canary)

    const second = start()
    expect(await second.call('profile.list')).toMatchObject([
      { name: 'Shop', hasClientSecret: true },
    ])
    const { secrets } = await second.call('run.open', { runId })
    const { mark = '' } = secrets.find(({ kind }) => kind === 'password') ?? {}
    expect(await second.call('secret.reveal', { runId, mark })).toEqual({ text: canary })
    await second.call('secret.copy', { runId, mark })
    expect(second.desktop.clipboard).toBe(canary)
    await second.stop()
    expect(second.desktop.clipboard).toBe('')
  })

  it('writes no history before the user consents, and what was recorded once they do', async () => {
    const first = start('basic_text')
    const runId = await signIn(first)
    expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toEqual([])
    await first.call('storage.consent', { choice: 'store' })
    await first.stop()
    const second = start('basic_text')
    expect((await listed(second)).rows).toMatchObject([{ runId }])
  })

  it('tells the window when the outcome of a run is in the history', async () => {
    const started = start()
    const runId = await signIn(started)
    await expect
      .poll(() => started.events.findLast(({ type }) => /^(history|run)\./.test(type))?.type)
      .toBe('history.changed')
    expect((await listed(started)).rows).toMatchObject([{ runId, state: 'tokens' }])
  })

  it('leaves the history of a missing keyring alone, and says why it is not shown', async () => {
    const first = start('gnome_libsecret')
    await signIn(first)
    await first.stop()
    const elsewhere = start('kwallet5')
    expect((await listed(elsewhere)).rows).toEqual([])
    const storage = await elsewhere.call('storage.state')
    expect(storage.quarantined).toMatchObject([
      { reason: expect.stringContaining('GNOME keyring') },
    ])
    await elsewhere.stop()
    const back = start('gnome_libsecret')
    expect((await listed(back)).rows).toHaveLength(1)
  })

  it('opens a quarantined file for the window, and no other', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"version":1,"settings":{')
    const { call, desktop } = start()
    const { quarantined } = await call('storage.state')
    const path = quarantined[0]?.path ?? ''
    expect(path).toMatch(/settings\.damaged-/)
    await call('app.openQuarantined', { path })
    const other = call('app.openQuarantined', { path: '/etc/passwd' })
    await expect(other).rejects.toMatchObject({ code: 'file-refused' })
    expect(desktop.opened).toEqual([path])
  })
})

describe('an export', () => {
  it('without redaction needs a confirmation, which is valid once and for one form', async () => {
    const started = start()
    const runId = await signIn(started, { PASSWORD: canary })
    const har = { runIds: [runId], format: 'har' as const, redacted: false }
    const refused = { code: 'export-unconfirmed' }
    await expect(started.call('export.save', { ...har, confirmation: '' })).rejects.toMatchObject(
      refused,
    )
    expect(readdirSync(folder)).not.toContain('export.txt')

    const { confirmation } = await started.call('export.preview', har)
    await expect(
      started.call('export.save', { ...har, format: 'json', confirmation }),
    ).rejects.toMatchObject({ code: 'export-changed' })
    await expect(started.call('export.save', { ...har, confirmation })).rejects.toMatchObject(
      refused,
    )

    const { confirmation: again } = await started.call('export.preview', har)
    await started.call('export.save', { ...har, confirmation: again })
    expect(readFileSync(started.desktop.saveTo, 'utf8')).toContain(canary)
  })

  it('with redaction needs none, and contains no secret', async () => {
    const started = start()
    const runId = await signIn(started, { PASSWORD: canary })
    const { path } = await started.call('export.save', {
      runIds: [runId],
      format: 'json',
      redacted: true,
      confirmation: '',
    })
    expect(path).toBe(started.desktop.saveTo)
    expect(readFileSync(started.desktop.saveTo, 'utf8')).not.toContain(canary)
  })
})

describe('a recipe', () => {
  it('is performed from a file, and its run is kept with what was not as expected', async () => {
    const { call, desktop } = start()
    expect(await call('recipe.run')).toEqual({})
    desktop.toOpen = join(folder, 'alice.recipe.yaml')
    writeFileSync(
      desktop.toOpen,
      'recipe: 1\nname: Alice\ntarget: { practice: true }\nsignIn:\n  username: alice\n  expect: { outcome: tokens, challenges: [] }\n',
    )
    const { outcome } = await call('recipe.run')
    expect(outcome).toMatchObject({
      name: 'Alice',
      expectations: 2,
      unmet: [
        {
          part: 'USER_SRP_AUTH',
          what: 'challenges',
          expected: '[]',
          actual: '["PASSWORD_VERIFIER"]',
        },
      ],
    })
    const { run } = await call('run.open', { runId: outcome?.runId ?? '' })
    expect(run).toMatchObject({ state: 'tokens', practice: true })
  })

  it('is cancelled, and its run is kept', async () => {
    const { call, desktop } = start()
    desktop.toOpen = join(folder, 'alice.recipe.yaml')
    writeFileSync(
      desktop.toOpen,
      'recipe: 1\nname: Alice\ntarget: { practice: true }\nsignIn: { username: alice }\n',
    )
    const cancelled: Promise<unknown>[] = []
    desktop.onEvent = ({ type }) => {
      if (type === 'recipe.started') cancelled.push(call('recipe.cancel'))
    }
    const { outcome } = await call('recipe.run')
    expect(await Promise.all(cancelled)).toHaveLength(1)
    const { run } = await call('run.open', { runId: outcome?.runId ?? '' })
    expect(run.state).toBe('cancelled')
  })

  it('with a mistake is named by line and column', async () => {
    const { call, desktop } = start()
    desktop.toOpen = join(folder, 'wrong.recipe.yaml')
    writeFileSync(
      desktop.toOpen,
      'recipe: 1\nname: Wrong\ntarget: { practice: true }\nsignin: {}\n',
    )
    await expect(call('recipe.run')).rejects.toMatchObject({
      code: 'recipe-invalid',
      message: expect.stringContaining('Line 4, column 1: There is no “signin” here.'),
    })
  })
})

it('the whole history goes into an encrypted file, and a deleted run comes back from it', async () => {
  const one = start()
  const { call, desktop } = one
  const runId = await signIn(one)
  const [row] = (await listed(one)).rows
  const { startedAt } = row!
  expect(await call('historyFile.about')).toEqual({ runs: 1, from: startedAt, to: startedAt })
  const passphrase = 'correct horse battery'
  desktop.saveTo = desktop.toOpen = join(folder, 'history.age')
  expect(await call('historyFile.export', { passphrase })).toMatchObject({ runs: 1 })
  await call('history.delete', { runIds: [runId] })
  await one.stop()
  const two = start()
  two.desktop.toOpen = desktop.toOpen
  expect(await two.call('historyFile.choose')).toEqual({ name: 'history.age' })
  expect(await two.call('historyFile.read', { passphrase })).toMatchObject({ runs: 1, known: 0 })
  expect((await listed(two)).rows).toEqual([])
  expect(await two.call('historyFile.import', { passphrase })).toEqual({ added: 1, known: 0 })
  expect(await listed(two)).toMatchObject({ rows: [{ runId, state: 'tokens' }] })
})
