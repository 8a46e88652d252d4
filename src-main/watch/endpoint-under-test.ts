import * as http from 'node:http'
import type * as net from 'node:net'
import type { AddressInfo } from 'node:net'
import { openAgents } from '#main/http/agents.ts'
import { startRecordingEndpoint, type RecordingEndpointOptions } from './recording-endpoint.ts'
import type { PassedCall } from './watched-call.ts'

/** Closed after each test, the newest first. */
export const cleanUp: (() => unknown)[] = []

export async function closeAll(): Promise<void> {
  for (const close of cleanUp.splice(0).reverse()) await close()
}

export const listening = async (server: net.Server): Promise<URL> => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  cleanUp.push(() => server.close())
  return new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
}
export const service = (listener: http.RequestListener) => listening(http.createServer(listener))

/** A service that answers with what it was asked. */
export const echo = () =>
  service((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(200, {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-AMZN-RequestId': 'an-id',
      })
      response.end(
        JSON.stringify({
          raw: request.rawHeaders,
          url: request.url,
          bytes: Buffer.concat(chunks).length,
        }),
      )
    })
  })

/** A recording endpoint before a service, with the calls that it has told of. */
export async function watching(upstream: URL, options: Partial<RecordingEndpointOptions> = {}) {
  const agents = openAgents()
  const calls: PassedCall[] = []
  const endpoint = await startRecordingEndpoint({
    upstream,
    agents,
    passed: (call) => calls.push(call),
    ...options,
  })
  cleanUp.push(
    () => agents.close(),
    () => endpoint.close(),
  )
  return { ...endpoint, calls }
}

export const target = { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth' }
export const post = (url: string, body = '{}', headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { ...target, ...headers }, body })

interface Answered {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
  readonly socket: net.Socket
}

/** A request of Node's own client, which sends what fetch does not allow. */
export const send = (
  url: string,
  options: http.RequestOptions,
  body: string | Buffer = '{}',
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', ...options }, (response) => {
      const chunks: Buffer[] = []
      const { headers, socket, statusCode = 0 } = response
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks).toString(), socket })
      })
    })
    request.on('error', reject)
    request.end(options.method === 'OPTIONS' ? undefined : body)
  })
