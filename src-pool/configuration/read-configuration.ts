import { z } from 'zod/mini'
import { issueMessage, specificIssues } from '#engine/validation/issue-message.ts'
import { Refusal } from '../refusals/refusal.ts'
import { checkMfa } from './check-mfa.ts'
import { checkClientSettings, checkPoolSettings } from './check-settings.ts'
import { checkTier, checkTierOfClient } from './check-tier.ts'
import {
  configurationSchema,
  mfaMethods,
  type Configuration,
  type MfaMethod,
  type PoolConfiguration,
} from './configuration.ts'

/** A configuration that cannot be used: which place in it, and why, in one sentence. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly code = 'pool-configuration'
  /** Like `pools[0].clients[1].id`; empty for the whole file. */
  readonly path: string

  constructor(path: string, reason: string) {
    const end = /[.?]$/.test(reason) ? '' : '.'
    super(`The practice pool's configuration ${path ? `at ${path} ` : ''}${reason}${end}`)
    this.path = path
  }
}

const pathText = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${String(part)}]`
        : `${text}${text ? '.' : ''}${String(part)}`,
    '',
  )

/**
 * Checks a configuration and fills in its defaults.
 * @param value what the JSON file contains
 * @throws ConfigurationError naming the first thing that is wrong
 */
export function readConfiguration(value: unknown): Configuration {
  // Read once, so that compiling a parser costs more than it saves.
  const result = configurationSchema.safeParse(withFaults(value), {
    jitless: true,
    error: issueMessage,
  })
  if (!result.success) {
    const [issue] = result.error.issues.flatMap(specificIssues)
    const message = issue?.message ?? 'cannot be read'
    throw new ConfigurationError(
      pathText(issue?.path ?? []),
      `${/^\p{Lu}/u.test(message) ? 'is wrong: ' : ''}${message}`,
    )
  }
  const { pools } = result.data
  noneTwice('pools', 'ID', pools)
  noneTwice(
    'pools',
    'client ID',
    pools.flatMap(({ clients }) => clients),
  )
  const named = namedMethodsSchema.parse(value).pools
  for (const [index, pool] of pools.entries())
    checkPool(pool, `pools[${String(index)}]`, named[index]?.mfaMethods ?? [])
  return result.data
}

/** Earlier files say `troubles` instead of `faults`. */
function withFaults(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('troubles' in value)) return value
  const { ['troubles']: faults, ...others } = value as Record<string, unknown>
  return { faults, ...others }
}

/**
 * {@link readConfiguration} of a file's text.
 * @throws ConfigurationError also when the text is not JSON
 */
export function readConfigurationText(text: string): Configuration {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ConfigurationError('', `is not JSON (${cause instanceof Error ? cause.message : ''})`)
  }
  return readConfiguration(value)
}

function noneTwice(path: string, what: string, items: readonly { readonly id: string }[]) {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id)) throw new ConfigurationError(path, `has the ${what} ${id} twice`)
    seen.add(id)
  }
}

/** The second factors that the file itself names for a pool, defaults left out. */
const namedMethodsSchema = z.looseObject({
  pools: z.array(z.looseObject({ mfaMethods: z._default(z.array(z.enum(mfaMethods)), []) })),
})

function checkPool(pool: PoolConfiguration, path: string, namedMethods: readonly MfaMethod[]) {
  if (pool.clients.length === 0)
    throw new ConfigurationError(`${path}.clients`, 'must have at least one client')
  // A file names methods alone, and so stands for their delivery as well.
  const delivery = { sendsSms: true, sendsDeveloperEmail: true }
  asOperations(path, () => {
    checkTier({ settings: pool, hasReplica: pool.replica !== undefined, clients: [] })
    checkMfa({ ...pool, configures: namedMethods, ...delivery })
    checkPoolSettings(pool)
  })
  for (const [index, client] of pool.clients.entries())
    asOperations(`${path}.clients[${String(index)}]`, () => {
      checkTierOfClient(pool.tier, client)
      checkClientSettings(pool, client, client.secret !== undefined)
    })
  if (pool.replica && pool.id.startsWith(`${pool.replica.region}_`))
    throw new ConfigurationError(`${path}.replica.region`, 'must be another region than the pool’s')
  for (const [index, { refreshTokenRotation, explicitAuthFlows }] of pool.clients.entries())
    if (refreshTokenRotation && explicitAuthFlows.includes('ALLOW_REFRESH_TOKEN_AUTH'))
      throw new ConfigurationError(
        `${path}.clients[${String(index)}]`,
        'rotates refresh tokens, which excludes ALLOW_REFRESH_TOKEN_AUTH',
      )
  noneTwice(
    `${path}.clients`,
    'name',
    pool.clients.map(({ name }) => ({ id: name })),
  )
  const names = pool.users.map(({ username }) => ({
    id: pool.caseSensitive ? username : username.toLowerCase(),
  }))
  noneTwice(`${path}.users`, 'username', names)
  for (const [index, user] of pool.users.entries()) {
    const at = `${path}.users[${String(index)}]`
    const { preferredMfaSetting, userMfaSettingList, totpSecret, attributes } = user
    if (userMfaSettingList.includes('SOFTWARE_TOKEN_MFA') && !totpSecret)
      throw new ConfigurationError(at, 'has SOFTWARE_TOKEN_MFA on but no totpSecret')
    if (userMfaSettingList.includes('SMS_MFA') && !attributes.phone_number)
      throw new ConfigurationError(at, 'has SMS_MFA on but no phone_number attribute')
    if (userMfaSettingList.includes('EMAIL_OTP') && !attributes.email && !hasEmailName(pool))
      throw new ConfigurationError(at, 'has EMAIL_OTP on but no email attribute')
    if (preferredMfaSetting && !userMfaSettingList.includes(preferredMfaSetting))
      throw new ConfigurationError(at, 'prefers a method that its userMfaSettingList lacks')
  }
}

/** Refuses a place of the file as the operations refuse the same settings. */
function asOperations(path: string, check: () => void) {
  try {
    check()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new ConfigurationError(path, `is refused: ${error.text.message ?? ''}`)
  }
}

const hasEmailName = ({ usernameAttributes }: PoolConfiguration): boolean =>
  usernameAttributes[0] === 'email'
