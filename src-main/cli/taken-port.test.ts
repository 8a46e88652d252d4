import { createServer, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { cli } from './command-line-under-test.ts'

it('a port that another program uses is named, with what to do', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { errors, status } = await cli(`pool --port ${String(port)}`)
  other.close()
  expect([status, errors]).toEqual([
    1,
    `Port ${String(port)} is used by another program. Choose another with --port.\n`,
  ])
})
