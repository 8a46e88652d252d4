import { regionOf, validateEndpoint, validatePoolId } from '#contract/profile-checks.ts'
import { serviceUrlOf } from '#engine/tokens/issuers.ts'
import type { TraceTarget } from '#engine/trace/event.ts'
import type { RawTriggerExecution } from '#engine/redaction/redact-trigger-execution.ts'
import type { PracticeDescription } from '#pool/practice-server.ts'
import { UsageError, type Arguments } from '../command.ts'

/** Where watched calls go on to. */
export interface WatchDestination {
  readonly upstream: URL
  readonly target: TraceTarget
  /** The practice pool, where it is the one. */
  readonly practice?: PracticeDescription
  readonly triggersOf?: (requestId: string) => readonly RawTriggerExecution[]
  readonly close: () => Promise<void>
}

const elsewhere = ['endpoint', 'region', 'user-pool-id', 'client-id']

/**
 * The pool that the command line names, or a practice pool of its own.
 * @throws UsageError
 */
export function watchDestination(args: Arguments): Promise<WatchDestination> {
  if (!args.has('practice')) return Promise.resolve(namedPool(args))
  const other = elsewhere.find((option) => args.has(option))
  if (other !== undefined)
    throw new UsageError(
      `--practice starts its own pool, so it cannot be combined with --${other}.`,
    )
  return practicePool(args.texts('allow-origin'))
}

function namedPool(args: Arguments): WatchDestination {
  const text = (option: string) => args.text(option) ?? ''
  const [endpoint, userPoolId] = [text('endpoint'), text('user-pool-id')]
  const region = args.text('region') ?? regionOf(userPoolId) ?? ''
  const validationError = validatePoolId(userPoolId, endpoint) ?? validateEndpoint(endpoint)
  if (validationError !== undefined) throw new UsageError(validationError)
  if (region === '' && endpoint === '')
    throw new UsageError('--user-pool-id is needed (or --region, --endpoint), or --practice.')
  return {
    upstream: new URL(endpoint || serviceUrlOf(region)),
    target: {
      profileName: 'command line',
      ...{ region, userPoolId, endpoint },
      clientId: text('client-id'),
      practice: false,
    },
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
  return {
    upstream: new URL(endpoint),
    target: {
      profileName: 'Practice',
      ...{ region, userPoolId, endpoint },
      clientId: '',
      practice: true,
    },
    practice,
    triggersOf: triggerMemory(server),
    close: server.close,
  }
}
