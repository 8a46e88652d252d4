import { asCode } from '../code/as-code.ts'
import { chainPlan, type ChainPlan, type PlannedCall } from '../code/chain-plan.ts'
import { headerLines } from '../code/code-header.ts'
import { afterRequest, beforeRequest, type CollectionVariables } from '../code/collection-script.ts'
import type { ExportFormat } from './export-format.ts'

const postman: CollectionVariables = {
  get: (name) => `pm.variables.get(${JSON.stringify(name)})`,
  set: (name, value) => `pm.collectionVariables.set(${JSON.stringify(name)}, ${value})`,
  answer: 'pm.response.text()',
}

function itemOf(plan: ChainPlan, call: PlannedCall) {
  const { operation, outcome, signed, step } = call
  const event = (listen: string, exec: readonly string[]) => ({
    listen,
    script: { type: 'text/javascript', exec },
  })
  return {
    name: `${String(step)}. ${operation}`,
    event: [
      event('prerequest', beforeRequest(plan, call, postman)),
      event('test', afterRequest(call, postman)),
    ],
    request: {
      description: `Recorded outcome: ${outcome}`,
      method: 'POST',
      ...(signed && { auth: awsSignature(plan) }),
      header: [
        { key: 'Content-Type', value: 'application/x-amz-json-1.1' },
        { key: 'X-Amz-Target', value: `AWSCognitoIdentityProviderService.${operation}` },
      ],
      url: '{{COGNITO_ENDPOINT}}/',
      body: { mode: 'raw', raw: '{{body}}' },
    },
  }
}

/** Operations of an administrator; the variables are those of the AWS CLI. */
const awsSignature = ({ region }: ChainPlan) => ({
  type: 'awsv4',
  awsv4: Object.entries({
    accessKey: '{{AWS_ACCESS_KEY_ID}}',
    secretKey: '{{AWS_SECRET_ACCESS_KEY}}',
    sessionToken: '{{AWS_SESSION_TOKEN}}',
    region,
    service: 'cognito-idp',
  }).map(([key, value]) => ({ key, value, type: 'string' })),
})

function collection(plan: ChainPlan): string {
  const { calls, endpoint, flow, variables } = plan
  const document = {
    info: {
      name: `${flow} to Cognito`,
      description: headerLines(plan, 'Set the variables in an environment.').join('\n\n'),
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: calls.map((call) => itemOf(plan, call)),
    variable: [
      { key: 'COGNITO_ENDPOINT', value: endpoint },
      ...variables.map(({ about, name }) => ({ key: name, value: '', description: about })),
    ],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

export const postmanFormat = {
  id: 'postman',
  title: 'Postman collection',
  note: 'the chain for Postman and newman, secrets as variables',
  extension: 'postman_collection.json',
  ...asCode,
  write: (trace) => collection(chainPlan(trace, false)),
} as const satisfies ExportFormat
