// A practice pool in a process of its own, so that it has an event loop to itself. Prints what it is,
// then the bytes that it holds for each line on standard input. An earlier commit's pool runs this
// file as well, so that it keeps to what that has.
import { createInterface } from 'node:readline'
import { startPracticeServer } from '#pool/practice-server.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'

const server = await startPracticeServer({ modPow: nativeModPow })
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
