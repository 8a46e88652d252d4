import { flows } from '../catalogue/flows/index.ts'
import { clientProbeFact } from '../facts/client-probe.ts'
import { factAmong } from '../facts/facts-of.ts'
import type { Evidence, EvidenceStep } from './evidence.ts'
import { act, advise, readClient } from './next-moves.ts'
import type { NextMove } from './rule.ts'

/** What turns a flow on, for each way in which an app client is kept. */
export function flowLines(step: EvidenceStep, evidence: Evidence): readonly NextMove[] {
  if (step.operation === 'GetClientToken') return clientTokenLines(evidence)
  const { flow } = step
  const flag = flows.get(flow)?.appClientFlag ?? `ALLOW_${flow}`
  const other = flow === 'USER_SRP_AUTH' ? 'USER_PASSWORD_AUTH' : 'USER_SRP_AUTH'
  const cdk = cdkNames[flag]
  return [
    ...(flow.startsWith('REFRESH_TOKEN') ||
    factAmong(evidence.known, clientProbeFact)?.[other] === 'no'
      ? []
      : [act(`Try ${other}`, { do: 'retry', flow: other })]),
    readClient(evidence),
    ...(cdk === undefined
      ? []
      : [
          {
            kind: 'cdk',
            text: `authFlows: { ${cdk}: true, <the others> },`,
            safety: 'fill in',
          } as const,
        ]),
    {
      kind: 'cloudformation',
      text: `ExplicitAuthFlows: [ ${flag}, <the others> ]`,
      safety: 'fill in',
    },
    {
      kind: 'terraform',
      text: `explicit_auth_flows = ["${flag}", <the others>]`,
      safety: 'fill in',
    },
  ]
}

/** A flow that no other goes with: the app client of users stays as it is. */
const clientTokenLines = (evidence: Evidence): readonly NextMove[] => [
  readClient(evidence),
  advise(
    'GetClientToken needs an app client of its own: ALLOW_CLIENT_TOKEN_AUTH is the only flow of a client that has it.',
  ),
  {
    kind: 'cloudformation',
    text: 'ExplicitAuthFlows: [ ALLOW_CLIENT_TOKEN_AUTH ]',
    safety: 'uncertain',
  },
  {
    kind: 'terraform',
    text: 'explicit_auth_flows = ["ALLOW_CLIENT_TOKEN_AUTH"]',
    safety: 'uncertain',
  },
]

/** Members of AuthFlow in the CDK’s UserPoolClient. */
const cdkNames: Readonly<Record<string, string>> = {
  ALLOW_USER_SRP_AUTH: 'userSrp',
  ALLOW_USER_PASSWORD_AUTH: 'userPassword',
  ALLOW_ADMIN_USER_PASSWORD_AUTH: 'adminUserPassword',
  ALLOW_CUSTOM_AUTH: 'custom',
  ALLOW_USER_AUTH: 'user',
}
