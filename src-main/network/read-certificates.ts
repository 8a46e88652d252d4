import type { X509Certificate } from 'node:crypto'
import * as https from 'node:https'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import { BridgeError } from '#contract/failure.ts'
import { openAgents } from '#main/http/agents.ts'
import { transportFailure } from '#main/http/transport-failure.ts'
import type { Network } from './network.ts'

/** What a server presented at a TLS handshake. */
export interface PresentedChain {
  /** Its own certificate first. */
  readonly chain: readonly X509Certificate[]
  /** Why the first one is refused, as OpenSSL and Node name it; absent when it is trusted. */
  readonly refused?: Error & { readonly code?: string }
}

const timeLimit = 10_000

/**
 * Reads the certificates of a server by a handshake of its own, by the same way as every call of
 * the network: the connection is closed before a request goes out.
 * @throws BridgeError when there is no TLS connection to be had
 */
export async function readCertificates(url: URL, network: Network): Promise<PresentedChain> {
  const host = `${url.hostname}:${url.port || '443'}`
  const agents = openAgents(network)
  try {
    const { agent, tls } = await agents.wayTo(url)
    return await new Promise<PresentedChain>((resolve, reject) => {
      // The request is never ended, and its headers are written with its end: nothing is sent.
      const request = https.request(url, {
        ...tls,
        agent,
        method: 'POST',
        rejectUnauthorized: false,
        signal: AbortSignal.timeout(timeLimit),
      })
      request.once('error', reject)
      request.once('socket', (socket) => {
        if (!(socket instanceof TLSSocket)) return
        const read = () => {
          resolve(presentedBy(socket, url.hostname))
          request.destroy()
        }
        if (socket.getPeerX509Certificate()) read()
        else socket.once('secureConnect', read)
      })
    })
  } catch (error) {
    throw new BridgeError('no-certificate', transportFailure(error, host, false).message)
  } finally {
    agents.close()
  }
}

function presentedBy(socket: TLSSocket, hostname: string): PresentedChain {
  const chain: X509Certificate[] = []
  let next = socket.getPeerX509Certificate()
  while (next && !chain.some(({ fingerprint256 }) => fingerprint256 === next?.fingerprint256)) {
    chain.push(next)
    next = next.issuerCertificate
  }
  const refused = refusalOf(socket, chain[0], hostname)
  return { chain, ...(refused && { refused }) }
}

/** A wrong name is named first: trust would not mend it. */
function refusalOf(socket: TLSSocket, own: X509Certificate | undefined, hostname: string) {
  const isNamed = isIP(hostname) === 0 ? own?.checkHost(hostname) : own?.checkIP(hostname)
  if (own && isNamed === undefined)
    return Object.assign(new Error(`it is for ${namesOf(own).join(', ') || 'no name'}`), {
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    })
  // Typed as an error; it is the code of one.
  const code = socket.authorizationError as unknown as string | null
  return code ? Object.assign(new Error(code), { code }) : undefined
}

/** Host names and addresses that a certificate is for. */
export const namesOf = ({ subjectAltName }: X509Certificate): readonly string[] =>
  (subjectAltName ?? '')
    .split(', ')
    .map((name) => name.replace(/^(?:DNS|IP Address):/, ''))
    .filter((name) => name !== '')
