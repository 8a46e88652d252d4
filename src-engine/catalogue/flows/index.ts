import type { AuthFlowType } from '@aws-sdk/client-cognito-identity-provider'
import type { Flow } from '../define-flow.ts'
import { adminNoSrpAuth } from './admin-no-srp-auth.ts'
import { adminUserPasswordAuth } from './admin-user-password-auth.ts'
import { customAuth } from './custom-auth.ts'
import { getTokensFromRefreshToken } from './get-tokens-from-refresh-token.ts'
import { refreshToken, refreshTokenAuth } from './refresh-token-auth.ts'
import { userAuth } from './user-auth.ts'
import { userPasswordAuth } from './user-password-auth.ts'
import { userSrpAuth } from './user-srp-auth.ts'

const all = [
  userSrpAuth,
  userPasswordAuth,
  userAuth,
  customAuth,
  refreshTokenAuth,
  refreshToken,
  getTokensFromRefreshToken,
  adminUserPasswordAuth,
  adminNoSrpAuth,
] as const

/** Every flow by its name: on the wire, or of the operation that begins it; in the order in which the window offers them. */
export const flows: ReadonlyMap<string, Flow> = new Map(all.map((flow) => [flow.name, flow]))

/** Whether a flow trades a refresh token for new tokens. */
export const refreshes = (flow: string): boolean =>
  flows.get(flow)?.fields.some(({ name }) => name === 'REFRESH_TOKEN') ?? false

/** The names of the described flows. */
export type FlowName = (typeof all)[number]['name']

type Begins = AuthFlowType | typeof getTokensFromRefreshToken.name

/** Fails the type check when the SDK has a flow that the list lacks, or the reverse. */
export const everyFlowIsListed: Record<Begins, true> extends Record<FlowName, true>
  ? Record<FlowName, true> extends Record<Begins, true>
    ? true
    : never
  : never = true
