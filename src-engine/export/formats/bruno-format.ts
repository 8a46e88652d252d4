import { asCode } from '../code/as-code.ts'
import { chainPlan, type ChainPlan, type PlannedCall } from '../code/chain-plan.ts'
import { headerLines } from '../code/code-header.ts'
import { afterRequest, beforeRequest, type CollectionVariables } from '../code/collection-script.ts'
import type { ExportFormat } from './export-format.ts'

const bruno: CollectionVariables = {
  get: (name) =>
    // getEnvVar would take two braces in a password for the name of a variable.
    /^[A-Z]/.test(name)
      ? `(bru.getAllEnvVars()[${JSON.stringify(name)}] ?? bru.getProcessEnv(${JSON.stringify(name)}))`
      : `bru.getVar(${JSON.stringify(name)})`,
  set: (name, value) => `bru.setVar(${JSON.stringify(name)}, ${value})`,
  answer: 'JSON.stringify(res.getBody())',
}

function itemOf(plan: ChainPlan, call: PlannedCall, index: number) {
  const { operation, outcome, step } = call
  return {
    type: 'http',
    name: `${String(step)} ${operation}`,
    filename: `${String(step)} ${operation}.bru`,
    seq: index + 1,
    request: {
      url: '{{endpoint}}/',
      method: 'POST',
      headers: [
        { name: 'Content-Type', value: 'application/x-amz-json-1.1', enabled: true },
        {
          name: 'X-Amz-Target',
          value: `AWSCognitoIdentityProviderService.${operation}`,
          enabled: true,
        },
      ],
      params: [],
      body: { mode: 'text', text: '{{body}}' },
      auth: { mode: 'none' },
      script: {
        req: [`const CryptoJS = require('crypto-js')`, ...beforeRequest(plan, call, bruno)].join(
          '\n',
        ),
        res: afterRequest(call, bruno).join('\n'),
      },
      vars: { req: [], res: [] },
      assertions: [],
      tests: '',
      docs: `Recorded outcome: ${outcome}`,
    },
  }
}

/** As Bruno’s own export of a collection, which it imports. */
function collection(plan: ChainPlan): string {
  const { calls, endpoint, flow, variables } = plan
  const document = {
    name: `${flow} to Cognito`,
    version: '1',
    items: calls.map((call, index) => itemOf(plan, call, index)),
    environments: [
      {
        name: 'Cognito',
        variables: [
          { name: 'endpoint', value: endpoint, type: 'text', enabled: true, secret: false },
          ...variables.map(({ name }) => ({
            name,
            value: '',
            type: 'text',
            enabled: true,
            secret: true,
          })),
        ],
      },
    ],
    brunoConfig: { version: '1', name: `${flow} to Cognito`, type: 'collection' },
    root: {
      docs: headerLines(plan, 'Set the variables in the environment “Cognito”.').join('\n\n'),
    },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

export const brunoFormat = {
  id: 'bruno',
  title: 'Bruno collection',
  note: 'the chain for Bruno and bru, secrets as variables',
  extension: 'bruno.json',
  ...asCode,
  write: (trace) => collection(chainPlan(trace, false)),
} as const satisfies ExportFormat
