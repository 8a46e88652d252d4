// A practice pool in a process of its own, so that it has an event loop to itself. Prints what it is,
// then the bytes that it holds for each line on standard input. An earlier commit's pool runs this
// file as well, so that it keeps to what that has.
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { startPracticeServer } from '#pool/practice-server.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'

// The secret exponents of SRP's server side, of which it draws 4 bytes (32 in the earlier commit), are
// a few that repeat. The client of the benchmark can remember its own results then, so that the
// processors are left to the server. The server computes each proof, but its tables of powers serve it
// more often than they would with clients that never repeat an exponent.
const exponents = Array.from({ length: 8 }, () => randomBytes(32))
let drawn = 0
const withFewExponents = (length: number): Uint8Array => {
  const exponent = exponents[drawn++ % exponents.length]
  return exponent && (length === 4 || length === 32)
    ? exponent.subarray(0, length)
    : randomBytes(length)
}

const server = await startPracticeServer({ modPow: nativeModPow, randomBytes: withFewExponents })
const { endpoint, userPoolId, clients, users } = server.describe()
console.log(
  JSON.stringify({
    endpoint,
    userPoolId,
    clientId: Object.values(clients)[0]?.clientId,
    username: users[0]?.username,
    password: users[0]?.password,
  }),
)
createInterface({ input: process.stdin })
  .on('line', () => {
    globalThis.gc?.()
    const { arrayBuffers, heapUsed } = process.memoryUsage()
    console.log(String(heapUsed + arrayBuffers))
  })
  .on('close', () => {
    void server.close()
  })
