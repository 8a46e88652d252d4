import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { requestBody } from './request-body.ts'

const server = createServer()

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
})

afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** A request that promises 100 bytes and has sent these, as the server has it. */
async function begun(text: string) {
  const { port } = server.address() as AddressInfo
  const headers = { 'Content-Length': 100 }
  const client = request({ port, host: '127.0.0.1', method: 'POST', headers })
  client.on('error', () => undefined)
  client.write(text)
  const [received] = (await once(server, 'request')) as [IncomingMessage]
  return { client, received }
}

it('is the whole text, however its bytes are divided', async () => {
  const { client, received } = await begun('a')
  const body = requestBody(received, 100)
  const rest = Buffer.from(`${'b'.repeat(97)}é`)
  client.write(rest.subarray(0, -1))
  client.end(rest.subarray(-1))
  expect(await body).toBe(`a${'b'.repeat(97)}é`)
})

it('fails when the client goes away in the middle', async () => {
  const { client, received } = await begun('a')
  const body = requestBody(received, 100)
  client.destroy()
  await expect(body).rejects.toThrow('aborted')
})

it('is not read on from where it is too long', async () => {
  const { client, received } = await begun('abc')
  expect(await requestBody(received, 2)).toBeUndefined()
  expect(received.isPaused()).toBe(true)
  client.destroy()
})
