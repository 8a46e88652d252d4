import type { ChainPlan, PlannedCall } from './chain-plan.ts'
import { counted } from '../../units/counted.ts'

/**
 * A text for a comment that ends with its line: breaks, control characters, characters that change
 * the direction of writing and halves of pairs become spaces.
 */
export const oneLine = (text: string): string => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')

/** The header of generated code, line by line, without comment delimiters. */
export function headerLines(plan: ChainPlan, needs: string): readonly string[] {
  const { application, calls, flow, target, variables } = plan
  return [
    `${flow} to ${target.userPoolId || target.clientId || 'a user pool'}, as ${application} recorded it: ${counted(calls.length, 'call')}.`,
    'Each run is a new sign-in: it counts as an attempt, and may send messages.',
    needs,
    ...variables.map(({ about, name }) => `  ${name}  ${about}`),
  ].map(oneLine)
}

/** What a call is, for a comment before it; on one line, whatever the service said. */
export const stepLine = ({ operation, outcome, step }: PlannedCall): string =>
  `${String(step)}. ${operation}: ${oneLine(outcome)}`

/** What to know of a call that the SDK signs, line by line; nothing of any other. */
export const signingLines = ({ needlesslySigned, operation }: PlannedCall): readonly string[] =>
  needlesslySigned
    ? [
        `Cognito takes ${operation} without a signature. This SDK signs it all the same and looks for`,
        'AWS credentials: any will do, or turn signing off in the configuration of the client.',
      ]
    : []

/** Where a call cannot be written in a language with types, for a comment in its place. */
export const leftOutLine = (call: PlannedCall): string =>
  `${stepLine(call)}. Not repeated here: its input has a part without a fixed type.`

/** Whether the answer to an operation can be a challenge or tokens. */
export const isSignInOperation = (operation: string): boolean =>
  /^(Admin)?(InitiateAuth|RespondToAuthChallenge)$/.test(operation)
