import { complaintAboutClientId, complaintAboutPoolId, regionOf } from '#contract/profile-checks.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { AppClient } from '#engine/sign-in/context.ts'
import type { TraceTarget } from '#engine/trace/event.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import type { UserDescription } from '#pool/description.ts'
import type { PracticeServer } from '#pool/practice-server.ts'
import { UsageError, type Given } from '../command.ts'
import type { GivenSecrets } from './given-secrets.ts'

/** A user of the practice pool, who is there or not. */
export interface PracticeUser {
  readonly server: PracticeServer
  readonly user: UserDescription | undefined
  readonly totpSecret: Secret | undefined
}

/** The pool, client and user that a sign-in goes to. */
export interface SignInDestination {
  readonly client: AppClient
  readonly target: TraceTarget
  readonly username: string
  /** A practice user's secrets and messages are known; absent for any other pool. */
  readonly practice?: PracticeUser
  readonly close: () => Promise<void>
}

/**
 * Where the command line says to sign in; with `--practice` a pool is started for it.
 * @throws UsageError
 */
export const signInDestination = (
  given: Given,
  secrets: GivenSecrets,
): Promise<SignInDestination> =>
  given.has('practice')
    ? practiceDestination(given)
    : Promise.resolve(namedDestination(given, secrets))

const elsewhere = ['endpoint', 'region', 'user-pool-id', 'client-id', 'client-secret-env']

async function practiceDestination(given: Given): Promise<SignInDestination> {
  const other = elsewhere.find((option) => given.has(option))
  if (other !== undefined)
    throw new UsageError(`--practice brings a pool of its own, so --${other} has no place with it.`)
  const { startPracticeServer } = await import('#pool/practice-server.ts')
  const server = await startPracticeServer({ modPow: nativeModPow })
  // Its signing keys are made while the SDK is loaded.
  void server.prepare()
  const { endpoint, pools } = server.describe()
  const name = given.text('client')
  const wanted = given.text('username')
  const pool =
    pools.find(({ clients, users }) =>
      name === undefined
        ? users.some(({ username }) => username === wanted)
        : clients[name] !== undefined,
    ) ?? pools[0]
  const [clientName, client] =
    Object.entries(pool?.clients ?? {}).find(([each]) => name === undefined || each === name) ?? []
  if (!pool || clientName === undefined || !client) {
    await server.close()
    const names = pools.flatMap(({ clients }) => Object.keys(clients)).join(', ')
    throw new UsageError(`The practice pool has no client “${name ?? ''}”. There are ${names}.`)
  }
  const user =
    wanted === undefined ? pool.users[0] : pool.users.find((one) => one.username === wanted)
  const { clientId, clientSecret } = client
  const { region, userPoolId } = pool
  return {
    client: {
      userPoolId,
      clientId,
      ...(clientSecret !== undefined && { clientSecret: Secret.of('client secret', clientSecret) }),
    },
    target: { profileName: 'Practice', region, userPoolId, clientId, endpoint, practice: true },
    username: wanted ?? user?.username ?? '',
    practice: {
      server,
      user,
      totpSecret:
        user?.totpSecret === undefined ? undefined : Secret.of('totp secret', user.totpSecret),
    },
    close: server.close,
  }
}

function namedDestination(given: Given, secrets: GivenSecrets): SignInDestination {
  const text = (option: string) => given.text(option) ?? ''
  const [endpoint, userPoolId, clientId] = [
    text('endpoint'),
    text('user-pool-id'),
    text('client-id'),
  ]
  const region =
    given.text('region') ?? regionOf(userPoolId) ?? (endpoint === '' ? '' : 'us-east-1')
  if (given.has('client')) throw new UsageError('--client names a client of --practice.')
  if (clientId === '') throw new UsageError('--client-id is needed, or --practice.')
  if (region === '') throw new UsageError('--region, --user-pool-id or --endpoint is needed.')
  if (endpoint !== '' && !/^https?:\/\//.test(endpoint))
    throw new UsageError(
      `--endpoint takes a URL that begins with http:// or https://, not “${endpoint}”.`,
    )
  const complaint =
    complaintAboutPoolId(userPoolId, endpoint) ??
    (endpoint === '' ? complaintAboutClientId(clientId) : undefined)
  if (complaint !== undefined) throw new UsageError(complaint)
  const clientSecret = secrets.fromEnvironment('client-secret-env', 'client secret')
  return {
    client: { userPoolId, clientId, ...(clientSecret && { clientSecret }) },
    target: {
      ...{ profileName: 'command line', region, userPoolId, clientId, endpoint },
      practice: false,
    },
    username: text('username'),
    close: () => Promise.resolve(),
  }
}
