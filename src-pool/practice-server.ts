import { randomBytes as secureRandomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { modPowBigInt, type ModPow } from '#engine/srp/modular-exponentiation.ts'
import type { ConfigurationInput } from './configuration/configuration.ts'
import { readConfiguration } from './configuration/read-configuration.ts'
import { defaultConfiguration } from './default-configuration.ts'
import type { PoolDescription } from './core/description.ts'
import { httpAdapter, type Access } from './http/http-adapter.ts'
import { createPracticePool, type PracticePool } from './core/practice-pool.ts'
import type { Ports } from './state/ports.ts'
import { withReserve } from './state/random-reserve.ts'

/** How to start a practice server; every part has a default. */
export interface PracticeServerOptions extends Access {
  readonly configuration?: ConfigurationInput
  /** 0, the default, takes any free port. */
  readonly port?: number
  readonly now?: () => number
  readonly randomBytes?: (length: number) => Uint8Array
  readonly modPow?: ModPow
}

/** What `cli pool` prints: the first pool's members, and all pools. Goes through JSON. */
export interface PracticeDescription extends PoolDescription {
  readonly practice: true
  readonly endpoint: string
  readonly pools: readonly PoolDescription[]
}

/** A practice pool at work on a port of 127.0.0.1. */
export interface PracticeServer extends Omit<PracticePool, 'describe'> {
  /** Like `http://127.0.0.1:4000`, without a slash at the end. */
  readonly endpoint: string
  readonly port: number
  /** The first pool's region. */
  readonly region: string
  /** The first pool's first user is the one to sign in with when nothing else is said. */
  readonly describe: () => PracticeDescription
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>
}

/**
 * Starts a practice server on 127.0.0.1 and on no other address.
 * @throws ConfigurationError when the configuration is not right
 * @throws TriggerSourceError when JavaScript in it does not parse
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startPracticeServer(
  options: PracticeServerOptions = {},
): Promise<PracticeServer> {
  const configuration = readConfiguration(options.configuration ?? defaultConfiguration)
  const ports: Ports = {
    now: options.now ?? Date.now,
    randomBytes: withReserve(options.randomBytes ?? secureRandomBytes),
    modPow: options.modPow ?? modPowBigInt,
  }
  // Longer than any client keeps an idle connection, so that none is closed under a request.
  const server = createServer({ keepAliveTimeout: 75_000 })
  const port = await listen(server, options.port ?? 0)
  const endpoint = `http://127.0.0.1:${String(port)}`
  const pool = createPracticePool(configuration, ports, endpoint)
  if (Object.keys(configuration.functions).length > 0)
    try {
      await pool.checkFunctions()
    } catch (error) {
      server.close()
      throw error
    }
  server.on('request', httpAdapter(pool, ports, options))

  const describe = (): PracticeDescription => {
    const pools = pool.describe()
    const [first] = pools
    if (!first) throw new TypeError('a configuration has at least one pool')
    return { practice: true, endpoint, ...first, pools }
  }
  return {
    ...pool,
    endpoint,
    port,
    region: describe().region,
    describe,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      // A TCP server's address is never a text.
      resolve((server.address() as AddressInfo).port)
    })
  })
