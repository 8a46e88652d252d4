import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { openSender } from './send-operation.ts'

it.each([
  ['LimitExceededException', 1],
  ['TooManyRequestsException', 3],
])('%s leads to %i requests', async (error, requests) => {
  const server = createServer((_, response) => {
    response.writeHead(400, { 'x-amzn-errortype': error })
    response.end(JSON.stringify({ __type: error, message: 'Attempt limit exceeded.' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sender = openSender()
  try {
    const { answer, attempts } = await sender.send(
      { operation: 'ForgotPassword', input: { ClientId: 'c', Username: 'ada' } },
      { region: 'us-east-1', endpoint: `http://127.0.0.1:${String(port)}` },
      { timeoutMs: 20_000 },
    )
    expect(answer).toMatchObject({ kind: 'refused', error })
    expect(attempts).toHaveLength(requests)
  } finally {
    sender.close()
    server.close()
  }
})
