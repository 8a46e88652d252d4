import { checkAttributeValues, holderOf } from '../account/attributes.ts'
import { checkNewPassword, setPassword } from '../account/set-password.ts'
import { requiredAttributes } from '../configuration/attribute-schema.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Parameters } from '../requests/parameters.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import type { SessionChallenge } from './challenge.ts'

const prefix = 'userAttributes.'

/** NEW_PASSWORD_REQUIRED: a temporary password is replaced, and missing attributes are filled in. */
export const newPasswordRequired: SessionChallenge = {
  name: 'NEW_PASSWORD_REQUIRED',
  requires: ['NEW_PASSWORD'],
  prompt(clientCall, user) {
    const missing = missingAttributes(clientCall, user)
    const empty = Object.fromEntries(missing.map((name) => [name, '']))
    return {
      next: 'challenge',
      challenge: 'NEW_PASSWORD_REQUIRED',
      parameters: {
        USER_ID_FOR_SRP: user.username,
        requiredAttributes: JSON.stringify(missing.map((name) => `${prefix}${name}`)),
        userAttributes: JSON.stringify({ ...user.attributes, ...empty }),
      },
      session: clientCall.state.sessions.issue(clientCall, user, 'NEW_PASSWORD_REQUIRED').text,
    }
  },
  answer(clientCall, user, responses) {
    const inputs = attributesFrom(responses)
    for (const [name, value] of Object.entries(inputs))
      checkAttribute(clientCall, user, name, value)
    for (const name of missingAttributes(clientCall, user))
      if (!inputs[name]) refuse(refusals.attributeMissing(name))
    checkAttributeValues(clientCall.pool, inputs)
    const { NEW_PASSWORD = '' } = responses
    checkNewPassword(clientCall.pool, user, NEW_PASSWORD, 'Password does not conform to policy')

    Object.assign(user.attributes, inputs)
    setPassword(user, NEW_PASSWORD, clientCall.state.ports.now())
    user.status = 'CONFIRMED'
    return { passed: 'new password', user }
  },
}

const missingAttributes = ({ pool }: ClientCall, user: User) =>
  requiredAttributes(pool.settings).filter((name) => !user.attributes[name])

const attributesFrom = (responses: Parameters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(responses)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  )

function checkAttribute({ pool, client }: ClientCall, user: User, name: string, value: string) {
  if (name === 'sub') refuse(refusals.attributeImmutable(name))
  if (name.endsWith('_verified')) refuse(refusals.attributeNotWritable)
  if (client.writeAttributes && !client.writeAttributes.includes(name))
    refuse(refusals.attributeNotWritable)
  const fixed: readonly string[] = [
    ...requiredAttributes(pool.settings),
    ...pool.settings.usernameAttributes,
  ]
  // A client that sends back the whole of userAttributes runs into this.
  if (fixed.includes(name) && user.attributes[name]) refuse(refusals.attributeAlreadyProvided(name))
  if (value && holderOf(pool, name, value, user)) refuse(accountRefusals.aliasTaken(name))
}
