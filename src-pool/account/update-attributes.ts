import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Pool, User } from '../state/pool.ts'
import type { TriggerContext } from '../state/practice-state.ts'
import { checkAttributeValues, checkMutable, checkRequired, holderOf } from './attributes.ts'
import { sendCode } from './codes.ts'
import { isContactAttribute, type CodeDeliveryDetails } from './delivery.ts'

/** Values of attributes as a user has them; an empty one is none. */
export const withoutEmpty = (attributes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''))

/**
 * Changes attributes of a user. A changed address or number must be verified again: a code is sent
 * where the pool verifies automatically, and the old value stays meanwhile where the pool wants that.
 * @returns where codes were sent
 */
export function updateAttributes(
  triggerContext: TriggerContext,
  user: User,
  inputs: Record<string, string>,
): CodeDeliveryDetails[] {
  const { state, pool } = triggerContext
  checkAttributeValues(pool, inputs)
  checkMutable(
    pool,
    Object.keys(inputs).filter((name) => inputs[name] !== user.attributes[name]),
  )
  const updated = { ...user.attributes, ...inputs }
  const previousOwners = [
    ...new Set(Object.keys(inputs).map((name) => name.replace(/_verified$/, ''))),
  ]
    .map((name) => ({ name, holder: holderOf(pool, name, updated[name] ?? '', user) }))
    .filter(({ name }) => updated[name])
  for (const { name, holder } of previousOwners)
    if (holder && !movesAlias(pool, inputs, name)) refuse(accountRefusals.aliasTaken(name))
  checkRequired(pool, updated)
  for (const { name, holder } of previousOwners)
    if (holder) holder.attributes[`${name}_verified`] = 'false'

  const deliveries: CodeDeliveryDetails[] = []
  for (const attribute of Object.keys(inputs).filter(isContactAttribute)) {
    const verified = `${attribute}_verified`
    const destination = inputs[attribute] ?? ''
    const isSame = destination === user.attributes[attribute]
    if (isSame || inputs[verified] === 'true') continue
    user.codes.delete(attribute)
    const { autoVerifiedAttributes, attributesRequireVerificationBeforeUpdate } = pool.settings
    const waits = attributesRequireVerificationBeforeUpdate.includes(attribute)
    if (waits) {
      updated[attribute] = user.attributes[attribute] ?? ''
    } else {
      updated[verified] = destination ? 'false' : ''
    }
    if (destination && (waits || autoVerifiedAttributes.includes(attribute)))
      deliveries.push(
        sendCode(triggerContext, user, 'UpdateUserAttribute', { attribute, destination }),
      )
  }
  user.attributes = withoutEmpty(updated)
  user.modifiedAt = state.ports.now()
  return deliveries
}

/**
 * Whether an alias moves to the user: where an administrator says that it is verified, though another
 * user has it (boto3#3213). People who sign in by an address itself keep it.
 */
const movesAlias = (
  { settings }: Pool,
  inputs: Readonly<Record<string, string>>,
  name: string,
): boolean =>
  inputs[`${name}_verified`] === 'true' && settings.aliasAttributes.some((one) => one === name)
