import type { ChainPlan } from './chain-plan.ts'

/** What stands at the head of generated code, line by line, without the signs of a comment. */
export function headerLines(plan: ChainPlan, needs: string): readonly string[] {
  const { application, calls, flow, target, variables } = plan
  return [
    `${flow} to ${target.userPoolId || target.clientId || 'a user pool'}, as ${application} recorded it: ${String(calls.length)} ${calls.length === 1 ? 'call' : 'calls'}.`,
    'Each run is a new sign-in: it counts as an attempt, and may send messages.',
    needs,
    ...variables.map(({ about, name }) => `  ${name}  ${about}`),
  ].map((line) => line.replaceAll(/[\r\n\u2028\u2029]+/g, ' '))
}
