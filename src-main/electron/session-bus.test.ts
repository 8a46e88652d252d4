import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBroker, createClient, type DBusBroker, type MessageBus } from 'dbus-native'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withSessionBus, type BusCall } from './session-bus.ts'

const wallet = {
  service: 'org.kde.kwalletd6',
  path: '/modules/kwalletd6',
  method: 'org.kde.KWallet.isOpen',
  args: ['kdewallet'],
} as const

const ask = (call: BusCall) => withSessionBus((send) => send(call))

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('with a session bus', () => {
  let bus: DBusBroker
  let service: MessageBus
  beforeEach(async () => {
    bus = createBroker()
    await new Promise((resolve) => bus.listen(resolve))
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', bus.address() ?? '')
    service = createClient({ busAddress: bus.address() ?? '' })
    await service.requestName(wallet.service, 0)
  })
  afterEach(() => {
    service.connection.end()
    bus.close()
  })

  it('a method is called with its arguments, and its value comes back', async () => {
    service.exportInterface({ isOpen: (name: string) => name === 'kdewallet' }, wallet.path, {
      name: 'org.kde.KWallet',
      methods: { isOpen: ['s', 'b', ['wallet'], ['open']] },
    })
    expect(await ask(wallet)).toEqual({ is: 'reply', value: true })
    expect(await ask({ ...wallet, args: ['other'] })).toEqual({ is: 'reply', value: false })
  })

  it('the value of a property comes without its variant', async () => {
    service.exportInterface({ Locked: true }, wallet.path, {
      name: 'org.freedesktop.Secret.Collection',
      properties: { Locked: 'b' },
    })
    const method = 'org.freedesktop.DBus.Properties.Get'
    const args = ['org.freedesktop.Secret.Collection', 'Locked']
    expect(await ask({ ...wallet, method, args })).toEqual({ is: 'reply', value: true })
  })

  it('a name that nobody has is refused', async () => {
    expect(await ask({ ...wallet, service: 'org.kde.kwalletd5' })).toEqual({ is: 'refused' })
  })

  it('a service that is too busy to answer is late', async () => {
    service.exportInterface({ isOpen: () => new Promise(() => undefined) }, wallet.path, {
      name: 'org.kde.KWallet',
      methods: { isOpen: ['s', 'b', ['wallet'], ['open']] },
    })
    expect(await ask(wallet)).toEqual({ is: 'late' })
  })
})

it('a bus that does not answer is late', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'session-bus-'))
  const path = join(folder, 'socket')
  const silent = createServer()
  try {
    await new Promise<void>((resolve) => silent.listen(path, resolve))
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${path}`)
    expect(await withSessionBus((send) => send(wallet), 50)).toEqual({ is: 'late' })
  } finally {
    silent.close()
    await rm(folder, { recursive: true })
  }
})

describe('without a session bus', () => {
  it.each([
    ['there is none', ''],
    ['its address is not one', 'nonsense'],
    ['nothing listens there', 'unix:path=/nowhere/bus'],
  ])('everything is refused when %s', async (_why, address) => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address)
    vi.stubEnv('XDG_RUNTIME_DIR', '')
    expect(await ask(wallet)).toEqual({ is: 'refused' })
  })
})
