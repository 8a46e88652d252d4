import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import { attributeSchema } from './attribute-schema.ts'
import type { ClientConfiguration, PoolConfiguration } from './configuration.ts'

/**
 * Refuses settings of a pool that do not go together, whichever operation or file asks for them.
 * @throws Refusal InvalidParameterException
 */
export function checkPoolSettings(settings: PoolConfiguration): void {
  const { acrNames, aliasAttributes, autoVerifiedAttributes, usernameAttributes } = settings
  if (aliasAttributes.length > 0 && usernameAttributes.length > 0)
    refuse(administrationRefusals.aliasAndUsername)
  const isAutoVerified = (name: 'email' | 'phone_number') => autoVerifiedAttributes.includes(name)
  if (!settings.attributesRequireVerificationBeforeUpdate.every(isAutoVerified))
    refuse(administrationRefusals.updateNotAutoVerified)
  checkRecovery(settings.accountRecovery ?? [])
  checkRegion(settings)
  const names = Object.values(acrNames)
  if (new Set(names).size < names.length) refuse(administrationRefusals.acrNames)
}

function checkRecovery(names: readonly string[]): void {
  if (names.includes('admin_only') && names.length > 1)
    refuse(administrationRefusals.recoveryAdminOnly)
  if (new Set(names).size < names.length) refuse(administrationRefusals.recoveryTwice)
}

/** Functions of other accounts are taken, those of other regions are not. */
function checkRegion({ id, lambdaArns }: PoolConfiguration): void {
  const region = id.slice(0, id.indexOf('_'))
  const isElsewhere = (arn: string) => {
    const [, , service, at] = arn.split(':')
    return service === 'lambda' && at !== region
  }
  if (Object.values(lambdaArns).some(isElsewhere)) refuse(administrationRefusals.functionElsewhere)
}

/** An app client as far as its settings must go together. */
type ClientSettings = Pick<
  ClientConfiguration,
  | 'accessTokenValidity'
  | 'explicitAuthFlows'
  | 'idTokenValidity'
  | 'readAttributes'
  | 'refreshTokenValidity'
  | 'writeAttributes'
>

/**
 * Refuses settings of an app client that do not go together, or that its pool has not.
 * @throws Refusal InvalidParameterException
 */
export function checkClientSettings(
  pool: PoolConfiguration,
  client: ClientSettings,
  hasSecret: boolean,
): void {
  const { accessTokenValidity, explicitAuthFlows: flows, idTokenValidity } = client
  checkAttributes(pool, client)
  if (flows.includes('ALLOW_CLIENT_TOKEN_AUTH')) {
    if (flows.length > 1) refuse(administrationRefusals.tokenFlowNotAlone)
    if (!hasSecret) refuse(administrationRefusals.tokenFlowWithoutSecret)
  }
  if (Math.max(accessTokenValidity, idTokenValidity) > client.refreshTokenValidity)
    refuse(administrationRefusals.validityOrder)
}

function checkAttributes(pool: PoolConfiguration, client: ClientSettings): void {
  const schema = attributeSchema(pool)
  const { readAttributes: read, writeAttributes: write } = client
  const isKnown = (name: string) => schema.has(name)
  if (read?.some((name) => !isKnown(name))) refuse(administrationRefusals.readAttributesInvalid)
  if (!write || write.length === 0) return
  const isWritable = (name: string) =>
    isKnown(name) && name !== 'sub' && !name.endsWith('_verified') && !name.startsWith('dev:')
  const required = [...schema.values()].filter(
    ({ name, isRequired }) => isRequired && name !== 'sub',
  )
  if (!write.every(isWritable) || !required.every(({ name }) => write.includes(name)))
    refuse(administrationRefusals.writeAttributesInvalid)
}
