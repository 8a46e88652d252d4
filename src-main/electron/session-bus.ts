import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageBus } from 'dbus-native'

/** A method of something on the D-Bus session bus; all its arguments are strings. */
export interface BusCall {
  readonly service: string
  readonly path: string
  /** With its interface, as in `org.freedesktop.DBus.GetNameOwner`. */
  readonly method: string
  readonly args?: readonly string[]
}

/** What a call came to: the reply's first value, a variant without its wrapping, or why there is none. */
export type BusReply =
  | { readonly is: 'reply'; readonly value: unknown }
  /** Nobody has the service's name, it has no such thing, or there is no bus. */
  | { readonly is: 'refused' }
  /** It is there, and busy for longer than a start may wait. */
  | { readonly is: 'late' }

/** Asks one thing of the session bus. Never rejects. */
export type AskBus = (call: BusCall) => Promise<BusReply>

/** A method of the bus itself. */
export const ofTheBus = (member: string, ...args: readonly string[]): BusCall => ({
  service: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  method: `org.freedesktop.DBus.${member}`,
  args,
})

/**
 * Connects to the session bus for as long as `work` asks; where there is none, all is refused.
 * @param patience milliseconds to wait for each reply
 */
export async function withSessionBus<T>(
  work: (ask: AskBus) => Promise<T>,
  patience = 1000,
): Promise<T> {
  const bus = await connected()
  const ask: AskBus = (call) => (bus ? reply(bus, call, patience) : refused())
  try {
    // The bus takes nothing else before it.
    void ask(ofTheBus('Hello'))
    return await work(ask)
  } finally {
    bus?.connection.end()
  }
}

async function connected(): Promise<MessageBus | undefined> {
  const busAddress = addressOfSessionBus()
  if (busAddress === undefined) return undefined
  const { createClient } = await import('dbus-native')
  try {
    // Without a Hello of its own, whose failure would be nobody's to catch.
    const bus = createClient({ busAddress, direct: true })
    // Each call that it fails says so as well.
    bus.connection.on('error', () => undefined)
    return bus
  } catch {
    // An address of a kind that is not supported.
    return undefined
  }
}

/** As libdbus finds it: by the session's variable, or in the user's runtime folder. */
function addressOfSessionBus(): string | undefined {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime } = process.env
  if (address) return address
  const socket = runtime ? join(runtime, 'bus') : undefined
  return socket !== undefined && existsSync(socket) ? `unix:path=${socket}` : undefined
}

const refused = (): Promise<BusReply> => Promise.resolve({ is: 'refused' })

async function reply(bus: MessageBus, call: BusCall, timeout: number): Promise<BusReply> {
  const { args = [], method, path, service } = call
  const dot = method.lastIndexOf('.')
  try {
    const value: unknown = await bus.invoke(
      {
        destination: service,
        path,
        interface: method.slice(0, dot),
        member: method.slice(dot + 1),
        ...(args.length === 0 ? {} : { signature: 's'.repeat(args.length), body: [...args] }),
      },
      { timeout },
    )
    return { is: 'reply', value }
  } catch (error) {
    return { is: isLate(error as Failure) ? 'late' : 'refused' }
  }
}

interface Failure {
  /** Set when the caller lost its patience. */
  readonly code?: string
  /** Set when the bus did. */
  readonly dbusName?: string
}

const isLate = ({ code, dbusName }: Failure): boolean =>
  code === 'ETIMEDOUT' || dbusName === 'org.freedesktop.DBus.Error.NoReply'
