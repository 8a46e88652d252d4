import type { User } from '../state/pool.ts'
import type { TriggerContext } from '../state/practice-state.ts'
import { invoke, subjectOf } from '../invocation/invoke.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import { preSignUp } from '../triggers/pre-sign-up.ts'
import { attributeRecord, type AttributeList } from './attributes.ts'
import { withContact, type NewUser } from './new-user.ts'

/**
 * PreSignUp for a user that is to be.
 * @returns the status and attributes that the user gets by it
 */
export function beforeSignUp(
  triggerContext: TriggerContext,
  { typed, attributes: inputs, sub, status }: NewUser,
  source: (typeof preSignUp.sources)[number],
  validationData: AttributeList | undefined,
): Pick<NewUser, 'status' | 'attributes'> {
  const { pool, clientMetadata } = triggerContext
  const userName = pool.settings.usernameAttributes.length > 0 && sub ? sub : typed
  const userAttributes = withContact(pool, typed, inputs)
  const answered = invoke(
    triggerContext,
    preSignUp,
    source,
    { userName, userAttributes },
    { validationData: validationData && attributeRecord(validationData), clientMetadata },
  )
  const verified = {
    ...(answered?.autoVerifyEmail && userAttributes.email && { email_verified: 'true' }),
    ...(answered?.autoVerifyPhone &&
      userAttributes.phone_number && { phone_number_verified: 'true' }),
  }
  return {
    // An administrator's user has a temporary password to replace, whatever the trigger says.
    status: answered?.autoConfirmUser && status === 'UNCONFIRMED' ? 'CONFIRMED' : status,
    attributes: { ...inputs, ...verified },
  }
}

/** PostConfirmation: its refusal ends the call, but undoes nothing. */
export function afterConfirmation(
  triggerContext: TriggerContext,
  user: User,
  what: 'ConfirmSignUp' | 'ConfirmForgotPassword',
): void {
  const { clientMetadata } = triggerContext
  invoke(triggerContext, postConfirmation, `PostConfirmation_${what}`, subjectOf(user), {
    clientMetadata,
  })
}
