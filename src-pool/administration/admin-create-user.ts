import { attributeRecord, holderOf } from '../account/attributes.ts'
import { contactOf, mediumOf } from '../account/delivery.ts'
import { addUser, checkNewUser } from '../account/new-user.ts'
import { sendMessage } from '../account/send-message.ts'
import { setPassword } from '../account/set-password.ts'
import { beforeSignUp } from '../account/sign-up-triggers.ts'
import { accountRefusals } from '../refusals/account.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import { model } from '../requests/model.ts'
import { checkPasswordPolicy } from '../credentials/password-policy.ts'
import { findUser } from '../state/find-user.ts'
import type { Pool, User } from '../state/pool.ts'
import type { TriggerContext, PracticeState } from '../state/practice-state.ts'
import { uuidOf } from '../state/uuid.ts'
import { administrative, ofUser, poolById, userInPool } from './administrative-operation.ts'
import { userType } from './user-answer.ts'

/**
 * AdminCreateUser: a user with a temporary password, who is told so unless SUPPRESS is given. RESEND
 * gives one who has not signed in yet another password.
 */
export const adminCreateUser = administrative(
  'AdminCreateUser',
  {
    ...ofUser,
    UserAttributes: model.attributes,
    ValidationData: model.attributes,
    TemporaryPassword: model.password,
    ForceAliasCreation: model.flag,
    MessageAction: { kind: 'text', values: ['RESEND', 'SUPPRESS'] },
    DesiredDeliveryMediums: { kind: 'list', of: { kind: 'text', values: ['SMS', 'EMAIL'] } },
    ClientMetadata: model.map,
  },
  (state, input) => {
    const pool = poolById(state, input.UserPoolId)
    const password = input.TemporaryPassword ?? generatedPassword(state, pool)
    checkPasswordPolicy(
      pool.settings.passwordPolicy,
      password,
      'Password did not conform with password policy',
    )
    const user =
      input.MessageAction === 'RESEND'
        ? waitingUser(state, input, password)
        : createdUser({ state, pool, clientMetadata: input.ClientMetadata }, input, password)
    // Without a wish it is an SMS, and nothing at all for those who have no number.
    if (input.MessageAction !== 'SUPPRESS')
      invite(
        { state, pool, clientMetadata: input.ClientMetadata },
        user,
        input.DesiredDeliveryMediums ?? ['SMS'],
      )
    return { User: userType(user) }
  },
)

/**
 * Refuses a verified alias that another user has, or takes it from that user where the caller
 * insists.
 * @throws Refusal AliasExistsException
 */
function takeAliases(
  pool: Pool,
  attributes: Readonly<Record<string, string>>,
  isForced: boolean,
): void {
  for (const name of pool.settings.aliasAttributes) {
    const value = attributes[name]
    if (!value || (name !== 'preferred_username' && attributes[`${name}_verified`] !== 'true'))
      continue
    const holder = holderOf(pool, name, value)
    if (!holder) continue
    if (!isForced || name === 'preferred_username') refuse(accountRefusals.aliasTaken(name))
    holder.attributes[`${name}_verified`] = 'false'
  }
}

interface InvitedUser {
  readonly UserPoolId: string
  readonly Username: string
}

function createdUser(
  triggerContext: TriggerContext,
  input: InvitedUser & {
    readonly UserAttributes?: Parameters<typeof attributeRecord>[0]
    readonly ForceAliasCreation?: boolean | undefined
    readonly ValidationData?: Parameters<typeof attributeRecord>[0]
  },
  password: string,
): User {
  const { state, pool } = triggerContext
  if (findUser(pool, input.Username)) refuse(administrationRefusals.userAccountExists)
  const user = {
    typed: input.Username,
    password,
    attributes: attributeRecord(input.UserAttributes),
    sub: uuidOf(state.ports.randomBytes(16)),
    status: 'FORCE_CHANGE_PASSWORD',
  } as const
  checkNewUser(pool, user)
  takeAliases(pool, user.attributes, input.ForceAliasCreation ?? false)
  const source = 'PreSignUp_AdminCreateUser'
  return addUser(state, pool, {
    ...user,
    ...beforeSignUp(triggerContext, user, source, input.ValidationData),
  })
}

function waitingUser(state: PracticeState, input: InvitedUser, password: string): User {
  const { user } = userInPool(state, input)
  if (user.status !== 'FORCE_CHANGE_PASSWORD')
    refuse(administrationRefusals.notResendable(user.status))
  setPassword(user, password, state.ports.now())
  return user
}

function generatedPassword({ ports }: PracticeState, { settings }: Pool): string {
  const random = Buffer.from(ports.randomBytes(settings.passwordPolicy.minimumLength))
  return `Aa1!${random.toString('base64url')}`
}

function invite(triggerContext: TriggerContext, user: User, media: readonly string[]) {
  const attributes = (['phone_number', 'email'] as const).filter((name) =>
    media.includes(mediumOf(name)),
  )
  for (const attribute of attributes) {
    const contact = contactOf(user, [attribute])
    if (!contact) continue
    sendMessage(triggerContext, user, {
      reason: 'AdminCreateUser',
      medium: mediumOf(attribute),
      destination: contact.destination,
      code: user.password,
      text: `Your username is ${user.configured.username} and temporary password is ${user.password}`,
    })
  }
}
