import type {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { AwsCredentialIdentity } from '@smithy/types'
import { reveal, Secret } from '#engine/secret/secret.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import { readAnswer, type Answer } from '#engine/wire/read-answer.ts'
import {
  settingsOperations,
  type Operation,
  type WireRequest,
  type WireValue,
} from '#engine/wire/request.ts'
import { roundedMs } from '#engine/units/milliseconds.ts'
import {
  CredentialsMissing,
  openCredentials,
  type CredentialSource,
} from '#main/aws-credentials/aws-credentials.ts'
import type { Network } from '#main/network/network.ts'
import { openAgents, type Agents } from './agents.ts'
import { loadSdk } from './load-sdk.ts'
import { headersByName, type RawAttempt } from './raw-attempt.ts'
import { sparingRetries } from './sparing-retries.ts'
import { recordingHandler, type RecordingOptions } from './recording-handler.ts'
import { cancelled, timeLimitReached, transportFailure } from './transport-failure.ts'

/** Where a call goes. */
export interface Destination {
  readonly region: string
  /** A URL, used as given (the SDK ends its path with a slash); the region's own when absent. */
  readonly endpoint?: string
  /** The proxy and the certificates of this destination; those of the sender when absent. */
  readonly network?: Network
  /** What an administrator's calls are signed with; those of a client are not signed. */
  readonly credentials?: CredentialSource
}

/** How long a call may take, and who watches it. */
export interface SendOptions {
  /** Milliseconds for all attempts together. */
  readonly timeoutMs: number
  /** Cancels the call. */
  readonly signal?: AbortSignal
  /** Called for each attempt when it is over, in order. */
  readonly onAttempt?: (attempt: RawAttempt) => void
}

/** What became of a call. */
export interface Sent {
  readonly answer: Answer | TransportFailure
  readonly attempts: readonly RawAttempt[]
  /** Milliseconds, retries and the pauses between them included. */
  readonly durationMs: number
}

/** Performs one operation; whatever the server does is a result, never an exception. */
export type SendOperation = (
  request: WireRequest,
  destination: Destination,
  options: SendOptions,
) => Promise<Sent>

/** A way to Cognito, with its SDK clients and connections. */
export interface Sender {
  readonly send: SendOperation
  close(): void
}

/**
 * Opens a {@link Sender}; the SDK is loaded when it first sends.
 * @param defaultNetwork of destinations that have none of their own; that of the environment when absent
 */
export function openSender(defaultNetwork?: Network): Sender {
  const agentsOf = new Map<Network | undefined, Agents>()
  const clientsOf = new Map<Agents, Map<string, CognitoIdentityProviderClient>>()
  const findCredentials = openCredentials()

  const clientFor = (
    { CognitoIdentityProviderClient: Client }: Sdk,
    { endpoint, network = defaultNetwork, region }: Destination,
    credentials: AwsCredentialIdentity | undefined,
  ) => {
    const agents = agentsOf.get(network) ?? openAgents(network)
    agentsOf.set(network, agents)
    const clients = clientsOf.get(agents) ?? new Map<string, CognitoIdentityProviderClient>()
    clientsOf.set(agents, clients)
    const key = `${region} ${endpoint ?? ''} ${credentials?.accessKeyId ?? ''}`
    const known = clients.get(key)
    if (known) return known
    const client = new Client({
      region,
      ...(endpoint !== undefined && { endpoint }),
      // Said here also where there are none: the SDK would look for some itself.
      credentials: credentials ?? noCredentials,
      requestHandler: recordingHandler(agents),
      maxAttempts: 3,
      retryMode: 'standard',
      // Said here, because the SDK would look in environment and ~/.aws for what is left open,
      // and a sign-in goes nowhere but to the endpoint of its profile.
      ignoreConfiguredEndpointUrls: true,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      defaultsMode: 'legacy',
      authSchemePreference: [],
      userAgentAppId: 'authscope',
    })
    repeatSparingly(client)
    signOnlyWhatIsSigned(client)
    clients.set(key, client)
    return client
  }

  const send: SendOperation = async (request, destination, { onAttempt, signal, timeoutMs }) => {
    const sdk = await loadSdk()
    const begin = performance.now()
    const attempts: RawAttempt[] = []
    const stop = new AbortController()
    const timer = setTimeout(() => {
      stop.abort(timeLimitReached(timeoutMs))
    }, timeoutMs)
    const cancel = () => {
      stop.abort(cancelled())
    }
    signal?.addEventListener('abort', cancel)
    if (signal?.aborted) cancel()
    const options: RecordingOptions = {
      abortSignal: stop.signal,
      attempts,
      recorded: (attempt) => {
        attempts.push(attempt)
        onAttempt?.(attempt)
      },
    }
    let thrown: unknown
    try {
      const credentials = await credentialsOf(request.operation, destination, stop.signal)
      const client = clientFor(sdk, destination, credentials)
      const Command = commandOf(sdk, request.operation)
      await client.send(new Command(plain(request.input)), options)
    } catch (error) {
      // Most of these are refusals, which are read from the wire below.
      thrown = error
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
    }
    const answer = stop.signal.aborted
      ? transportFailure(stop.signal.reason, '', false)
      : answerOf(attempts.at(-1), thrown, request.operation, destination)
    return { answer, attempts, durationMs: roundedMs(performance.now() - begin) }
  }

  /** Broken off with the call, since SSO may take its time. */
  async function credentialsOf(
    operation: Operation,
    { credentials }: Destination,
    signal: AbortSignal,
  ): Promise<AwsCredentialIdentity | undefined> {
    if (!credentials || !isSigned(operation)) return undefined
    return Promise.race([
      findCredentials(credentials),
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new CredentialsMissing(''))
        })
      }),
    ])
  }

  return {
    send,
    close: () => {
      for (const agents of agentsOf.values()) agents.close()
      for (const clients of clientsOf.values())
        for (const client of clients.values()) client.destroy()
    },
  }
}

/** What AWS takes with credentials alone. */
const isSigned = (operation: string): boolean =>
  operation.startsWith('Admin') || settingsOperations.some((one) => one === operation)

function repeatSparingly({ config }: CognitoIdentityProviderClient): void {
  const { retryStrategy } = config
  config.retryStrategy = async () => {
    const strategy = await retryStrategy()
    return 'acquireInitialRetryToken' in strategy ? sparingRetries(strategy) : strategy
  }
}

/** The SDK signs GetClientToken, and would want AWS credentials for it; Cognito takes none. */
function signOnlyWhatIsSigned({ config }: CognitoIdentityProviderClient): void {
  const { httpAuthSchemeProvider: schemesOf } = config
  Object.assign(config, {
    httpAuthSchemeProvider: (call: Parameters<typeof schemesOf>[0]) =>
      isSigned(call.operation ?? '') ? schemesOf(call) : [{ schemeId: 'smithy.api#noAuth' }],
  })
}

/** A signed call without them is a call that was begun without being asked for credentials. */
const noCredentials = () =>
  Promise.reject(new CredentialsMissing('This call requires an administrator.'))

type Sdk = Awaited<ReturnType<typeof loadSdk>>

/** Every command has the shape of this one; what an input contains is the server's to judge. */
const commandOf = (sdk: Sdk, operation: Operation) =>
  sdk[`${operation}Command`] as unknown as new (input: unknown) => InitiateAuthCommand

/** The response is what was received; the SDK's own parsing of it is not used. */
function answerOf(
  last: RawAttempt | undefined,
  thrown: unknown,
  operation: Operation,
  { endpoint, region }: Destination,
): Answer | TransportFailure {
  if (thrown instanceof CredentialsMissing)
    return { kind: 'failed', code: 'credentials', message: thrown.message }
  if (last?.failure) return last.failure
  if (last?.response) {
    const { body, headers, status } = last.response
    return readAnswer(
      {
        status,
        headers: headersByName(headers),
        body: Buffer.from(body).toString('utf8'),
      },
      operation,
    )
  }
  return transportFailure(thrown, endpoint ?? `Cognito in ${region}`, false)
}

/** The input with its secrets opened, which happens here and nowhere before. */
function plain(value: WireValue): unknown {
  if (value instanceof Secret) return reveal(value)
  if (Array.isArray(value)) return value.map((item: WireValue) => plain(item))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  return value
}
