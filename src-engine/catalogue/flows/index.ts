import type { AuthFlowType } from '@aws-sdk/client-cognito-identity-provider'
import type { Flow } from '../define-flow.ts'
import { refreshToken, refreshTokenAuth } from './refresh-token-auth.ts'
import { userPasswordAuth } from './user-password-auth.ts'
import { userSrpAuth } from './user-srp-auth.ts'

const all = [userSrpAuth, userPasswordAuth, refreshTokenAuth, refreshToken] as const

/** Values of AuthFlow that the SDK knows and the catalogue does not describe yet. */
export const flowsNotDescribedYet = [
  'USER_AUTH',
  'CUSTOM_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'ADMIN_NO_SRP_AUTH',
] as const

/** Every flow by its name on the wire, in the order in which the window offers them. */
export const flows: ReadonlyMap<string, Flow> = new Map(all.map((flow) => [flow.name, flow]))

/** The names of the described flows. */
export type FlowName = (typeof all)[number]['name']

type Listed = FlowName | (typeof flowsNotDescribedYet)[number]
/** Fails the type check when the SDK has a flow that neither list names, or the reverse. */
export const everyFlowIsListed: Record<AuthFlowType, true> extends Record<Listed, true>
  ? Record<Listed, true> extends Record<AuthFlowType, true>
    ? true
    : never
  : never = true
