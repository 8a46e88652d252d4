// The way of a remembered device over HTTP, against the practice pool: given, confirmed, proved, lost.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ContractEvent } from '#contract/events.ts'
import type { DeviceChoice } from '#contract/routes/devices.ts'
import { defaultDeviceName } from '#contract/default-device-name.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { afterSignIn } from '#main/devices/after-sign-in.ts'
import { createDevices, type Devices } from '#main/devices/devices.ts'
import { emptyDeviceFile, type DeviceFile } from '#main/devices/device-file.ts'
import { wrongDeviceKey } from '#main/devices/device-for-sign-in.ts'
import { openSender } from '#main/http/send-operation.ts'
import type { RunObserver } from '#main/runs/run-observer.ts'
import { createRuns } from '#main/runs/runs.ts'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { emptyVaultRecord, openVault } from '#main/vault/vault.ts'
import { defaultConfiguration } from '#pool/default-configuration.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { deviceHandlers } from './device-handlers.ts'
import { settleDevice } from './run-observers/settle-device.ts'
import { tellWindow } from './run-observers/tell-window.ts'
import { signInDevices, type SignInDevices } from './sign-in-devices.ts'

/** A busy machine makes RSA keys and loads the SDK slowly. */
const patience = { timeout: 15_000, interval: 10 }
vi.setConfig({ testTimeout: 30_000 })

const profileId = 'p'
const totpUser = 'device-totp-user'
/** Has no second factor: codes are good for one sign-in in half a minute. */
const user = 'device-user'
const alias = 'device-user@example.com'
const userPoolId = 'us-east-1_Practice4'
const place = { region: 'us-east-1', userPoolId }
const ports = { modPow: nativeModPow, randomBytes, now: Date.now }

/** The pool that remembers devices; it asks the user whether to, in the second case. */
const poolThat = (asks: boolean) => ({
  ...defaultConfiguration,
  pools: defaultConfiguration.pools.map((pool) =>
    pool.id === userPoolId
      ? {
          ...pool,
          aliasAttributes: ['email' as const],
          deviceConfiguration: {
            challengeRequiredOnNewDevice: true,
            deviceOnlyRememberedOnUserPrompt: asks,
          },
        }
      : pool,
  ),
})

let always: PracticeServer
let onPrompt: PracticeServer
let server: PracticeServer
let file = documentInMemory<DeviceFile>(emptyDeviceFile)
let devices: Devices
let ofSignIns: SignInDevices
let settling: RunObserver
let handlers: ReturnType<typeof deviceHandlers>
let events: ContractEvent[] = []
const sender = openSender()
const runs = createRuns({
  ports,
  send: sender.send,
  store: memoryTraceStore(),
  application: 'Authscope 0.0.0',
  observers: [
    tellWindow({ emit: (event) => events.push(event) }),
    {
      begun: (runId, request) => settling.begun?.(runId, request),
      event: (runId, event) => settling.event?.(runId, event),
    },
  ],
})

beforeAll(async () => {
  always = await startPracticeServer({ modPow: nativeModPow })
  onPrompt = await startPracticeServer({ configuration: poolThat(true), modPow: nativeModPow })
})
beforeEach(() => {
  always.reset()
  onPrompt.reset()
  server = always
  events = []
  file = documentInMemory<DeviceFile>(emptyDeviceFile)
  const vault = openVault({
    box: () => secretBoxInMemory('keychain', 'keychain'),
    document: documentInMemory(emptyVaultRecord),
    randomHex: () => '00',
  })
  let ids = 0
  devices = createDevices({ document: file, vault, newId: () => `id${String(ids++)}` })
  const parts = {
    devices,
    emit: (event: ContractEvent) => events.push(event),
    ports: () => Promise.resolve(ports),
    runs: () => Promise.resolve(runs),
  }
  ofSignIns = signInDevices(parts)
  settling = settleDevice({
    ...parts,
    log: (line) => events.push({ type: 'notice', text: line }),
  })
  handlers = deviceHandlers(parts)
})
afterAll(async () => {
  await runs.close()
  sender.close()
  await always.close()
  await onPrompt.close()
})

interface Options {
  readonly choice?: DeviceChoice
  readonly confirms?: boolean
  readonly flow?: string
  readonly refreshToken?: Secret
  readonly typed?: string
  readonly username?: string
}

/** Signs in as the handlers of sign-ins do, and waits for all that follows from it. */
async function signIn(options: Options = {}) {
  const { choice = 'with', confirms = true, flow = 'USER_SRP_AUTH', username = user } = options
  const { endpoint, pools } = server.describe()
  const pool = pools.find((one) => one.userPoolId === userPoolId)
  const known = pool?.users.find((one) => one.username === username.replace(/@.*/, ''))
  const clientId = pool?.clients['device-public']?.clientId ?? ''
  const inputs = options.typed === undefined ? {} : { DEVICE_KEY: options.typed }
  const device = await ofSignIns.of(
    { profileId, flow, device: choice, parameters: inputs, secrets: {} },
    place,
    username,
  )
  const runId = runs.start({
    profileId,
    client: { userPoolId, clientId },
    target: { ...place, profileName: 'Practice', clientId, endpoint, practice: true },
    region: 'us-east-1',
    endpoint,
    input: {
      flow,
      parameters: {
        ...(device.key !== undefined && { DEVICE_KEY: device.key }),
        ...inputs,
        ...(options.refreshToken
          ? { REFRESH_TOKEN: options.refreshToken }
          : { USERNAME: username, PASSWORD: Secret.of('password', known?.password ?? '') }),
      },
    },
    known: {
      totpSecret: Secret.of('totp secret', known?.totpSecret ?? ''),
      ...(device.known && { device: device.known }),
    },
    automatic: {},
    timeoutMs: 10_000,
    ...(confirms && { confirmDeviceAs: defaultDeviceName }),
  })
  await vi.waitFor(async () => {
    expect((await view(runId)).endedAt).toBeDefined()
  }, patience)
  return runId
}

const view = async (runId: string) => timeline((await runs.open(runId)).events)
const calls = async (runId: string) =>
  (await view(runId)).steps.map(({ challenge, operation }) => challenge ?? operation)
const keptOne = () =>
  vi.waitFor(async () => {
    const [device] = await devices.list(profileId)
    expect(device).toBeDefined()
    return device!
  }, patience)
const accessToken = async (runId: string) =>
  (await runs.tokens(runId)).find(({ use }) => use === 'access')

test('a new device is confirmed, and the next sign-in needs no code', async () => {
  const first = await signIn({ username: totpUser })
  const device = await keptOne()
  expect(await calls(first)).toEqual([
    'InitiateAuth',
    'PASSWORD_VERIFIER',
    'SOFTWARE_TOKEN_MFA',
    'ConfirmDevice',
  ])
  const computed = (await view(first)).steps.at(-1)?.computed.map(({ name }) => name)
  expect(computed).toContain('PasswordVerifier')
  expect(device).toMatchObject({ username: totpUser, status: 'remembered', kept: 'stored' })

  const second = await signIn({ username: totpUser })
  expect(await calls(second)).toEqual([
    'InitiateAuth',
    'PASSWORD_VERIFIER',
    'DEVICE_SRP_AUTH',
    'DEVICE_PASSWORD_VERIFIER',
  ])
  expect((await view(second)).state).toBe('tokens')
  await vi.waitFor(async () => {
    expect((await devices.list(profileId))[0]?.lastUsedAt).toBeGreaterThan(0)
  }, patience)
  expect(await handlers['device.ofRun']({ runId: second })).toMatchObject({
    outstanding: 'nothing',
    key: device.key,
  })
})

test('a device is found by the username and by the alias that was typed', async () => {
  server = onPrompt
  await signIn({ username: alias })
  const device = await keptOne()
  expect(device).toMatchObject({ username: user, aliases: [alias] })
  expect(await devices.ofUser(profileId, user)).toHaveLength(1)
  expect(await devices.ofUser(profileId, alias)).toHaveLength(1)
  expect(await devices.ofUser('another profile', user)).toEqual([])
})

test('a sign-in without its device or with a wrong key leaves the stored device alone', async () => {
  await signIn()
  await keptOne()
  const without = await signIn({ choice: 'without', confirms: false })
  expect(await calls(without)).toEqual(['InitiateAuth', 'PASSWORD_VERIFIER'])
  const wrong = await signIn({ choice: 'wrong key', confirms: false })
  expect((await view(wrong)).message).toBe('ResourceNotFoundException: Device does not exist.')
  expect(await handlers['device.ofRun']({ runId: wrong })).toEqual({
    outstanding: 'nothing',
    key: wrongDeviceKey('us-east-1'),
  })
  expect((await devices.list(profileId))[0]?.staleSince).toBeUndefined()
})

test('a device that was forgotten elsewhere is not sent again', async () => {
  const first = await signIn()
  const { key } = await keptOne()
  const other = await signIn({ choice: 'without', confirms: false })
  const request = { operation: 'ForgetDevice', input: { DeviceKey: key } } as const
  const AccessToken = (await accessToken(other))!.token
  await runs.call(other, { ...request, input: { ...request.input, AccessToken } })

  const refused = await signIn()
  expect((await view(refused)).message).toBe('ResourceNotFoundException: Device does not exist.')
  await vi.waitFor(async () => {
    const { device } = await handlers['device.ofRun']({ runId: refused })
    expect(device?.staleSince).toBeGreaterThan(0)
  }, patience)
  const after = await signIn()
  expect((await calls(after)).slice(0, 2)).toEqual(['InitiateAuth', 'PASSWORD_VERIFIER'])
  expect((await view(after)).state).toBe('tokens')
  expect(first).not.toBe(after)
})

test('a refresh sends its device, and is refused until the device is confirmed', async () => {
  const unconfirmed = await signIn({ confirms: false })
  expect(await handlers['device.ofRun']({ runId: unconfirmed })).toMatchObject({
    outstanding: 'confirm',
  })
  const refresh = async () => {
    const refreshToken = (await runs.lastRefreshToken(profileId, user))!.token
    return view(await signIn({ flow: 'REFRESH_TOKEN_AUTH', confirms: false, refreshToken }))
  }
  expect((await refresh()).message).toContain('Invalid Refresh Token')
  const { device } = await handlers['device.confirm']({ runId: unconfirmed, name: 'Mine' })
  expect(device).toMatchObject({ name: 'Mine', status: 'remembered' })
  expect((await refresh()).state).toBe('tokens')
  await expect(
    Promise.resolve(handlers['device.confirm']({ runId: unconfirmed, name: '' })),
  ).resolves.toMatchObject({ refused: expect.stringContaining('DeviceKeyExistsException') })
})

test('a refused refresh or a call about another device does not mark a device as forgotten', async () => {
  await signIn()
  await keptOne()
  const second = await signIn()
  const refreshToken = Secret.of('refresh token', 'not.a.known.refresh.token')
  const refused = await signIn({ flow: 'REFRESH_TOKEN_AUTH', refreshToken })
  expect((await view(refused)).message).toContain('Invalid Refresh Token')
  const other = wrongDeviceKey('us-east-1')
  expect(await handlers['device.getAtCognito']({ runId: second, key: other })).toMatchObject({
    refused: expect.stringContaining('Device does not exist'),
  })
  for (const runId of [refused, second]) {
    await afterSignIn({ confirmAs: undefined, devices, ports, runs }, runId)
    expect((await devices.list(profileId))[0]?.staleSince).toBeUndefined()
  }
})

test('a device is remembered only once its user chooses so, where the pool asks', async () => {
  server = onPrompt
  const first = await signIn()
  const { key } = await keptOne()
  expect(await handlers['device.ofRun']({ runId: first })).toMatchObject({ outstanding: 'choose' })
  const undecided = await signIn()
  expect(await calls(undecided)).toEqual(['InitiateAuth', 'PASSWORD_VERIFIER'])
  await handlers['device.setStatus']({ runId: first, key, status: 'remembered' })
  expect(await handlers['device.ofRun']({ runId: first })).toMatchObject({
    outstanding: 'nothing',
    device: { status: 'remembered' },
  })
  expect(await calls(await signIn())).toContain('DEVICE_PASSWORD_VERIFIER')
})

test('devices in Cognito can be listed, shown and forgotten', async () => {
  const runId = await signIn()
  const { id, key } = await keptOne()
  const listed = await handlers['device.listAtCognito']({ runId })
  expect(listed.devices).toMatchObject([{ key }])
  expect(listed.devices[0]?.attributes).toContainEqual({ name: 'device_name', value: 'Authscope' })
  expect(listed.devices[0]?.createdAt).toBeGreaterThan(Date.now() - 60_000)
  expect(await handlers['device.getAtCognito']({ runId, key })).toMatchObject({ device: { key } })
  expect(await handlers['device.forgetAtCognito']({ runId, key })).toEqual({})
  expect((await devices.byKey(profileId, key))?.staleSince).toBeGreaterThan(0)
  expect(await handlers['device.getAtCognito']({ runId, key })).toMatchObject({
    refused: expect.stringContaining('Device does not exist'),
  })
  await handlers['device.drop']({ id })
  expect(await devices.list(profileId)).toEqual([])
  await handlers['device.restore']({ id })
  expect(await devices.list(profileId)).toHaveLength(1)
})

test('no key of a device is in plain text in the file or in an event', async () => {
  const first = await signIn()
  const { id } = await keptOne()
  const second = await signIn()
  const { groupKey, password } = await devices.open(id)
  for (const secret of [groupKey, password].map(reveal)) {
    expect(secret.length).toBeGreaterThan(5)
    expect(JSON.stringify(file.value())).not.toContain(secret)
    expect(JSON.stringify(events)).not.toContain(secret)
    expect(JSON.stringify((await runs.open(first)).events)).not.toContain(secret)
    expect(JSON.stringify((await runs.open(second)).events)).not.toContain(secret)
  }
  expect(await handlers['device.reveal']({ id })).toEqual({
    groupKey: reveal(groupKey),
    password: reveal(password),
  })
})
