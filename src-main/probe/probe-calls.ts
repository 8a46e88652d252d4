import { signUp } from '#engine/catalogue/operations/sign-up.ts'
import { operationRequest } from '#engine/catalogue/operation-request.ts'
import { Secret } from '#engine/secret/secret.ts'
import { initiateAuth } from '#engine/wire/initiate-auth.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { ProbeCall, ProbeUser } from './probe-call.ts'

/** A call that begins a sign-in of a user who does not exist. */
function initiate(
  flow: string,
  cost: string,
  parameters: (user: ProbeUser) => WireValues,
): ProbeCall {
  return {
    id: flow,
    title: `InitiateAuth, ${flow}`,
    cost,
    applies: () => true,
    request: (client, user) =>
      initiateAuth(client, { flow, parameters: {} }, parameters(user), user.name),
  }
}

const srp = initiate(
  'USER_SRP_AUTH',
  'Begins a sign-in of a user who does not exist.',
  ({ name, srpA }) => ({ USERNAME: name, SRP_A: srpA }),
)

/** Longer than nothing, and shorter than every password policy allows: so it creates no user. */
const impossiblePassword = 'a'

/**
 * Every call of a probe, in order. None names a user who can exist, none carries a real password,
 * and none makes Cognito send a message.
 */
export const probeCalls: readonly ProbeCall[] = [
  {
    ...srp,
    id: 'without SECRET_HASH',
    title: 'InitiateAuth, USER_SRP_AUTH without SECRET_HASH',
    applies: ({ clientSecret }) => clientSecret !== undefined,
    request: ({ clientSecret: _left, ...client }, user) => srp.request(client, user),
  },
  srp,
  initiate(
    'USER_PASSWORD_AUTH',
    'A failed sign-in of a user who does not exist. Runs the UserMigration trigger, if the pool has one.',
    ({ name, password }) => ({ USERNAME: name, PASSWORD: Secret.of('password', password) }),
  ),
  initiate(
    'CUSTOM_AUTH',
    'Begins a sign-in of a user who does not exist. Runs the DefineAuthChallenge and CreateAuthChallenge triggers, if the pool has them.',
    ({ name }) => ({ USERNAME: name }),
  ),
  initiate(
    'USER_AUTH',
    'Begins a sign-in of a user who does not exist. Sends no code.',
    ({ name }) => ({ USERNAME: name }),
  ),
  initiate('REFRESH_TOKEN_AUTH', 'A refresh with an invalid token.', () => ({
    REFRESH_TOKEN: Secret.of('refresh token', 'authscope-probe'),
  })),
  {
    id: 'SignUp',
    title: 'SignUp with a password of one character',
    cost: 'Creates no user: no password policy allows the password.',
    applies: () => true,
    request: (client, { name }) =>
      operationRequest(signUp, client, {
        inputs: { Username: name, Password: Secret.of('password', impossiblePassword) },
      }),
  },
]
