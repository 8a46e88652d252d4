import type { WireRequest } from '#engine/wire/request.ts'
import type { Destination, SendOperation } from '#main/http/send-operation.ts'

/** A JSON object as the service answers it. */
export type SettingsObject = Readonly<Record<string, unknown>>

/** What AWS credentials can read of a pool, an app client and a user; what was refused is absent. */
export interface PoolSettings {
  readonly pool?: SettingsObject
  /** Without ClientSecret, of which `hasSecret` says whether it is there. */
  readonly client?: SettingsObject
  readonly hasSecret?: boolean
  readonly mfa?: SettingsObject
  readonly user?: SettingsObject
  /** Calls that were refused, each with a sentence. */
  readonly refused: readonly { readonly operation: string; readonly message: string }[]
}

/** Whose settings are read. */
export interface SettingsOf {
  readonly userPoolId: string
  readonly clientId: string
  /** Empty for no user. */
  readonly username: string
}

/**
 * Reads the settings; changes nothing. Each call stands for itself, since a policy may allow some
 * and not others.
 */
export async function readSettings(
  { clientId, userPoolId, username }: SettingsOf,
  send: SendOperation,
  destination: Destination,
  options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
): Promise<PoolSettings> {
  const refused: { operation: string; message: string }[] = []
  const read = async (operation: WireRequest['operation'], input: WireRequest['input']) => {
    const { answer } = await send({ operation, input }, destination, options)
    if (answer.kind === 'accepted') return answer.members
    const message =
      answer.kind === 'refused'
        ? `${answer.error}: ${answer.message}`
        : answer.kind === 'failed'
          ? answer.message
          : 'The answer is not that of Cognito.'
    refused.push({ operation, message })
    return undefined
  }
  const pool = { UserPoolId: userPoolId }
  const [ofPool, ofClient, mfa, user] = await Promise.all([
    read('DescribeUserPool', pool),
    read('DescribeUserPoolClient', { ...pool, ClientId: clientId }),
    read('GetUserPoolMfaConfig', pool),
    username === '' ? undefined : read('AdminGetUser', { ...pool, Username: username }),
  ])
  const { ClientSecret: secret, ...client } = objectOf(ofClient?.['UserPoolClient'])
  return {
    ...(ofPool && { pool: objectOf(ofPool['UserPool']) }),
    ...(ofClient && { client, hasSecret: secret !== undefined }),
    ...(mfa && { mfa }),
    ...(user && { user }),
    refused,
  }
}

const objectOf = (value: unknown): SettingsObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as SettingsObject)
    : {}
