import { BridgeError } from '#contract/failure.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { Accepted } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import type { ComputedForCall } from './call.ts'
import type { Runs } from './runs.ts'

/** Cognito's refusal, or whatever else went wrong, as a sentence. */
export interface Refused {
  readonly refused: string
}

/** @throws BridgeError `no-access-token` */
export async function accessTokenOf(runs: Pick<Runs, 'tokens'>, runId: string): Promise<Secret> {
  const access = (await runs.tokens(runId)).find(({ use }) => use === 'access')
  if (access) return access.token
  throw new BridgeError(
    'no-access-token',
    'This needs an access token, and this sign-in returned none. Sign in first.',
  )
}

/** One call as a further step of a sign-in; what is no success becomes a sentence. */
export async function callAtCognito(
  runs: Pick<Runs, 'call'>,
  runId: string,
  request: WireRequest,
  computed?: ComputedForCall,
): Promise<Accepted | Refused> {
  const answer = await runs.call(runId, request, computed)
  switch (answer.kind) {
    case 'accepted':
      return answer
    case 'refused':
      return { refused: `${request.operation} was refused: ${answer.error}: ${answer.message}` }
    case 'unreadable':
      return { refused: `${request.operation}: ${answer.detail}` }
    case 'failed':
      return { refused: `${request.operation}: ${answer.message}` }
    case 'challenged':
    case 'tokens':
      return { refused: `${request.operation} had an unexpected response.` }
  }
}
