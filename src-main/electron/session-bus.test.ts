import { createServer, type AddressInfo } from 'node:net'
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
    await new Promise((resolve) => bus.listen({ host: '127.0.0.1', port: 0 }, resolve))
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
  const silent = createServer()
  try {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `tcp:host=127.0.0.1,port=${String(port)}`)
    expect(await withSessionBus((send) => send(wallet), 50)).toEqual({ is: 'late' })
  } finally {
    silent.close()
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
