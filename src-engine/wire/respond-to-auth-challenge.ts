import type { Secret } from '../secret/secret.ts'
import type { AppClient } from './app-client.ts'
import type { WireValues } from './wire-values.ts'
import { revealText } from '../secret/secret.ts'
import { contextMembers, poolMember, withSecretHash, type CallContext } from './initiate-auth.ts'
import type { WireRequest } from './request.ts'

/**
 * Builds RespondToAuthChallenge, or the administrator's form of it: USERNAME and SECRET_HASH join the answers unless they are among
 * them, and the newest session goes along unmodified. ClientMetadata here reaches other triggers
 * than that of InitiateAuth, so it is that of the answer.
 */
export function respondToAuthChallenge(
  client: AppClient,
  challenge: { readonly name: string; readonly session?: Secret },
  username: string,
  answers: WireValues,
  context: CallContext,
): WireRequest {
  const named: WireValues = { USERNAME: username, ...answers }
  const hashName = revealText(named['USERNAME'] ?? '')
  return {
    operation: context.asAdmin ? 'AdminRespondToAuthChallenge' : 'RespondToAuthChallenge',
    input: {
      ...poolMember(client, context),
      ChallengeName: challenge.name,
      ClientId: client.clientId,
      ChallengeResponses: withSecretHash(client, named, hashName),
      ...contextMembers(context),
      ...(challenge.session && { Session: challenge.session }),
    },
  }
}
