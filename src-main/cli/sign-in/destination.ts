import { validateClientId, validatePoolId, regionOf } from '#contract/profile-checks.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { TraceTarget } from '#engine/trace/event.ts'
import type { UserDescription } from '#pool/core/description.ts'
import type { PracticeServer } from '#pool/practice-server.ts'
import { configuredEndpoint } from '#main/http/derived-endpoints.ts'
import { UsageError, type Arguments } from '../command.ts'
import type { ArgumentSecrets } from './argument-secrets.ts'

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
 * The pool that the command line names. Without --endpoint it is where the AWS SDK and the AWS CLI
 * would find it, by the environment and ~/.aws/config.
 * @throws UsageError
 */
export async function namedDestination(
  args: Arguments,
  secrets: ArgumentSecrets,
): Promise<SignInDestination> {
  const text = (option: string) => args.text(option) ?? ''
  const [named, userPoolId, clientId] = [text('endpoint'), text('user-pool-id'), text('client-id')]
  const region = args.text('region') ?? regionOf(userPoolId) ?? (named === '' ? '' : 'us-east-1')
  if (args.has('client')) throw new UsageError('--client names a client of --practice.')
  if (clientId === '') throw new UsageError('--client-id is needed, or --practice.')
  if (region === '') throw new UsageError('--region, --user-pool-id or --endpoint is needed.')
  const endpoint = named || ((await configuredEndpoint(region)) ?? '')
  if (endpoint !== '' && !/^https?:\/\//.test(endpoint))
    throw new UsageError(
      `--endpoint takes a URL that begins with http:// or https://, not “${endpoint}”.`,
    )
  const validationError =
    validatePoolId(userPoolId, endpoint) ??
    (endpoint === '' ? validateClientId(clientId) : undefined)
  if (validationError !== undefined) throw new UsageError(validationError)
  const clientSecret = secrets.fromEnvironment('client-secret-env', 'client secret')
  return {
    client: { userPoolId, clientId, ...(clientSecret && { clientSecret }) },
    target: {
      profileName: 'command line',
      region,
      userPoolId,
      clientId,
      endpoint,
      practice: false,
    },
    username: text('username'),
    close: () => Promise.resolve(),
  }
}
