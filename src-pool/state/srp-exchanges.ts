import type { XrayExchange } from '../srp-xray/srp-xray.ts'
import type { PassedFactors } from './passed-factors.ts'
import type { Client } from './pool.ts'
import type { Ports } from './ports.ts'

/** What the server remembers between SRP_A and the password claim. */
export interface SrpExchange {
  /** What the verifier is of: the user's password, or the secret of a remembered device. */
  readonly proves: 'password' | 'device'
  readonly clientId: string
  /** USER_ID_FOR_SRP; for an unknown user a made-up one. */
  readonly username: string
  readonly A: bigint
  readonly b: bigint
  readonly B: bigint
  readonly verifier: bigint
  readonly passedFactors: PassedFactors
  /** The DEVICE_KEY that the sign-in presents. */
  readonly deviceKey: string | undefined
  /** Set where the challenge is one of the SRP X-ray. */
  readonly xray?: XrayExchange
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** SRP exchanges under way, by their SECRET_BLOCK. */
export interface SrpExchanges {
  /** @returns the SECRET_BLOCK: base64 of about as many bytes as the real one has */
  begin(client: Client, exchange: Omit<SrpExchange, 'clientId' | 'expiresAt'>): string
  /** Takes an exchange out: each can be answered once, rightly or wrongly. */
  end(secretBlock: string, client: Client, proves: SrpExchange['proves']): SrpExchange | undefined
}

/** The oldest of more are forgotten. */
const maxExchanges = 5000

/** Exchanges in memory. The real service seals the state into the block; nobody can tell. */
export function createSrpExchanges({ now, randomBytes }: Ports): SrpExchanges {
  const exchanges = new Map<string, SrpExchange>()
  return {
    begin(client, exchange) {
      for (const [block, { expiresAt }] of exchanges) {
        if (expiresAt > now() && exchanges.size < maxExchanges) break
        exchanges.delete(block)
      }
      const secretBlock = Buffer.from(randomBytes(1287)).toString('base64')
      const expiresAt = now() + client.authSessionValidity * 60_000
      exchanges.set(secretBlock, { ...exchange, clientId: client.id, expiresAt })
      return secretBlock
    },
    end(secretBlock, client, proves) {
      const exchange = exchanges.get(secretBlock)
      if (exchange?.clientId !== client.id || exchange.proves !== proves) return undefined
      exchanges.delete(secretBlock)
      return exchange
    },
  }
}
