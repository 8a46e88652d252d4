import { randomBytes } from 'node:crypto'
import * as http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { createProxyServer } from 'http-proxy-3'
import { startWatch } from '#main/watch/watch.ts'

/** An answer as long as Cognito's to USER_SRP_AUTH. */
const answer = JSON.stringify({
  ChallengeName: 'PASSWORD_VERIFIER',
  ChallengeParameters: {
    SALT: 'ab'.repeat(8),
    SRP_B: 'cd'.repeat(384),
    SECRET_BLOCK: 'ef'.repeat(600),
    USERNAME: 'ada',
    USER_ID_FOR_SRP: 'ada',
  },
})

async function startService(): Promise<string> {
  const server = http.createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    request.resume().on('end', () => {
      // The time that a near region takes.
      setTimeout(() => {
        response.writeHead(200, {
          'Content-Type': 'application/x-amz-json-1.1',
          'x-amzn-RequestId': randomBytes(16).toString('hex'),
        })
        response.end(answer)
      }, 15)
    })
  })
  return listening(server)
}

async function startBareProxy(upstream: string): Promise<string> {
  const agent = new http.Agent({ keepAlive: true })
  const proxy = createProxyServer({ target: upstream, changeOrigin: true, agent })
  const server = http.createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    proxy.web(request, response)
  })
  return listening(server)
}

async function startRecording(upstream: string): Promise<string> {
  const target = { profileName: '', region: '', userPoolId: '', endpoint: '', practice: false }
  const { url } = await startWatch({
    upstream: new URL(upstream),
    profileOf: ({ clientId }) => ({ profileId: '', target: { ...target, clientId } }),
    randomBytes,
    now: Date.now,
    application: 'Authscope 0.0.0',
    grown: () => undefined,
  })
  return url
}

const listening = (server: http.Server): Promise<string> =>
  new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      ready(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
    })
  })

const starts = { service: startService, bare: startBareProxy, recording: startRecording }

/**
 * Starts one of the endpoints that are compared, in a process of its own so that each has an event
 * loop to itself. Prints its URL, then its memory in bytes for each line on standard input.
 */
export async function runEndpoint(kind: string, upstream: string): Promise<void> {
  console.log(await starts[kind as keyof typeof starts](upstream))
  createInterface({ input: process.stdin }).on('line', () => {
    globalThis.gc?.()
    // What is held, not what the allocator has not given back yet.
    const { arrayBuffers, heapUsed } = process.memoryUsage()
    console.log(String(heapUsed + arrayBuffers))
  })
}
