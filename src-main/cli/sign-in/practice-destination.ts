import { Secret } from '#engine/secret/secret.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { readConfiguration } from '#pool/configuration/read-configuration.ts'
import { defaultConfiguration } from '#pool/default-configuration.ts'
import { startPracticeServer } from '#pool/practice-server.ts'
import { UsageError, type Arguments } from '../command.ts'
import { assertPracticeAlone } from '../practice-alone.ts'
import type { SignInDestination } from './destination.ts'

/**
 * Starts a practice pool for one sign-in: the one that has the client, or else the user.
 * @throws UsageError
 */
export async function practiceDestination(args: Arguments): Promise<SignInDestination> {
  assertPracticeAlone(args)
  const clientName = args.text('client')
  const username = args.text('username')
  const server = await startPracticeServer({
    modPow: nativeModPow,
    configuration: { pools: [poolWith(clientName, username)] },
  })
  // Its signing keys are made while the SDK is loaded.
  void server.prepare()
  const { clients, endpoint, region, userPoolId, users } = server.describe()
  const client =
    clientName === undefined
      ? Object.values(clients)[0]
      : (clients[clientName] ?? Object.values(clients).find((one) => one.clientId === clientName))
  if (!client) throw new TypeError('a practice pool has a client')
  const user = username === undefined ? users[0] : users.find((one) => one.username === username)
  const { clientId, clientSecret } = client
  const totpSecret = user?.totpSecret
  return {
    client: {
      userPoolId,
      clientId,
      ...(clientSecret !== undefined && { clientSecret: Secret.of('client secret', clientSecret) }),
    },
    target: { profileName: 'Practice', region, userPoolId, clientId, endpoint, practice: true },
    username: username ?? user?.username ?? '',
    practice: {
      server,
      user,
      totpSecret: totpSecret === undefined ? undefined : Secret.of('totp secret', totpSecret),
    },
    close: server.close,
  }
}

/** One pool is enough, and spares the signing keys of the others. */
function poolWith(clientName: string | undefined, username: string | undefined) {
  const { pools } = readConfiguration(defaultConfiguration)
  const found = pools.find(({ clients, users }) =>
    clientName === undefined
      ? users.some((user) => user.username === username)
      : clients.some(({ id, name }) => name === clientName || id === clientName),
  )
  if (found) return found
  const names = pools.flatMap(({ clients }) => clients.map(({ name }) => name)).join(', ')
  if (clientName !== undefined)
    throw new UsageError(`The practice pool has no client “${clientName}”. There are ${names}.`)
  const [first] = pools
  if (!first) throw new TypeError('there is a practice pool')
  return first
}
