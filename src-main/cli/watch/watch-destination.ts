import { regionOf, validateEndpoint, validatePoolId } from '#contract/profile-checks.ts'
import { serviceUrlOf } from '#engine/tokens/issuers.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { TraceTarget } from '#engine/trace/event.ts'
import type { RawTriggerExecution } from '#engine/redaction/redact-trigger-execution.ts'
import type { PracticeDescription } from '#pool/practice-server.ts'
import { configuredEndpoint } from '#main/http/derived-endpoints.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { UsageError, type Arguments } from '../command.ts'
import { assertPracticeAlone } from '../practice-alone.ts'
import { argumentSecrets } from '../sign-in/argument-secrets.ts'

/** Where watched calls are forwarded to. */
export interface WatchDestination {
  readonly upstream: URL
  readonly target: TraceTarget
  /** The practice pool, where it is the one. */
  readonly practice?: PracticeDescription
  readonly triggersOf?: (requestId: string) => readonly RawTriggerExecution[]
  /** Where the calls of an app client, or of an unnamed one, are forwarded to. */
  readonly targetOf: (clientId: string) => TraceTarget
  /** The client secret of an app client, where it is known. */
  readonly secretOf: (clientId: string) => Secret | undefined
  readonly close: () => Promise<void>
}

/**
 * The pool that the command line names, or a practice pool of its own.
 * @throws UsageError
 */
export function watchDestination(args: Arguments, io: CommandLineIo): Promise<WatchDestination> {
  if (!args.has('practice')) return namedPool(args, io)
  assertPracticeAlone(args)
  return practicePool(args.texts('allow-origin'))
}

async function namedPool(args: Arguments, io: CommandLineIo): Promise<WatchDestination> {
  const text = (option: string) => args.text(option) ?? ''
  const [named, userPoolId] = [text('endpoint'), text('user-pool-id')]
  const region = args.text('region') ?? regionOf(userPoolId) ?? ''
  const endpoint = named || ((region && (await configuredEndpoint(region))) ?? '')
  const validationError = validatePoolId(userPoolId, endpoint) ?? validateEndpoint(endpoint)
  if (validationError !== undefined) throw new UsageError(validationError)
  if (region === '' && endpoint === '')
    throw new UsageError('--user-pool-id is needed (or --region, --endpoint), or --practice.')
  const clientSecret = argumentSecrets(args, io).fromEnvironment(
    'client-secret-env',
    'client secret',
  )
  const target = {
    profileName: 'command line',
    region,
    userPoolId,
    endpoint,
    clientId: text('client-id'),
    practice: false,
  }
  return {
    upstream: new URL(endpoint || serviceUrlOf(region)),
    target,
    targetOf: (clientId) => ({ ...target, clientId: clientId || target.clientId }),
    secretOf: (clientId) => (clientId === text('client-id') ? clientSecret : undefined),
    close: () => Promise.resolve(),
  }
}

async function practicePool(allowedOrigins: readonly string[]): Promise<WatchDestination> {
  const [{ startPracticeServer }, { nativeModPow }, { triggerMemory }] = await Promise.all([
    import('#pool/practice-server.ts'),
    import('#main/srp/native-mod-pow.ts'),
    import('#main/runs/trigger-memory.ts'),
  ])
  const server = await startPracticeServer({ modPow: nativeModPow, allowedOrigins })
  void server.prepare()
  const practice = server.describe()
  const { endpoint, region, userPoolId } = practice
  const target = {
    profileName: 'Practice',
    region,
    userPoolId,
    endpoint,
    clientId: '',
    practice: true,
  }
  const poolOf = (clientId: string) =>
    server
      .describe()
      .pools.find(({ clients }) =>
        Object.values(clients).some((client) => client.clientId === clientId),
      )
  return {
    upstream: new URL(endpoint),
    target,
    targetOf: (clientId) => {
      const pool = poolOf(clientId)
      return {
        ...target,
        ...(pool && { region: pool.region, userPoolId: pool.userPoolId }),
        clientId,
      }
    },
    practice,
    triggersOf: triggerMemory(server),
    secretOf: (clientId) => {
      const clients = Object.values(poolOf(clientId)?.clients ?? {})
      const secret = clients.find((client) => client.clientId === clientId)?.clientSecret
      return secret === undefined ? undefined : Secret.of('client secret', secret)
    },
    close: server.close,
  }
}
