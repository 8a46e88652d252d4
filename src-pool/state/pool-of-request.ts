import { decodeJwt } from 'jose'
import type { JsonObject } from '../requests/members.ts'
import type { Pool } from './pool.ts'
import { findClient } from './find-client.ts'
import type { PracticeState } from './practice-state.ts'

/**
 * The pool that a request is about, by its client, its pool ID or its access token, none of which is
 * checked yet; undefined where it names none that is there.
 */
export function poolOfRequest(state: PracticeState, body: JsonObject): Pool | undefined {
  const { ClientId, UserPoolId, AccessToken } = body
  if (typeof UserPoolId === 'string') return state.pools.find(({ id }) => id === UserPoolId)
  const clientId = ClientId ?? (typeof AccessToken === 'string' && clientOf(AccessToken))
  return typeof clientId === 'string' ? findClient(state, clientId)?.pool : undefined
}

function clientOf(accessToken: string): unknown {
  try {
    return decodeJwt(accessToken).client_id
  } catch {
    return undefined
  }
}
