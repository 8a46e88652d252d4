import { BridgeError } from '#contract/failure.ts'
import type { AccountOperation } from '#engine/catalogue/define-operation.ts'
import { reusableFor, reusableValues } from '#engine/catalogue/reusable-values.ts'
import { operationRequest } from '#engine/catalogue/operation-request.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import { computedCode } from '#engine/totp/computed-code.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import type { ComputedForCall } from '#main/runs/call.ts'
import { wrapSecretInputs } from '#main/runs/wrap-secret-inputs.ts'
import type { Runs } from '#main/runs/runs.ts'

/** One call around a sign-in, as a person or a command line wants it. */
export interface AccountCall {
  readonly operation: AccountOperation
  readonly inputs: WireValues
  readonly clientMetadata: Readonly<Record<string, string>>
  /** Has UserCode computed from this secret, or from the SecretCode that came in the same trace. */
  readonly computeCode: Secret | boolean
}

/** What was made of it. */
export interface PreparedCall {
  readonly request: WireRequest
  readonly computed?: ComputedForCall
}

/** The operation of this name. @throws BridgeError `operation-unknown` */
export function accountOperation(name: string): AccountOperation {
  const found = accountOperations.get(name)
  if (found) return found
  throw new BridgeError('operation-unknown', `There is no account operation “${name}”.`)
}

/**
 * Makes the request: the input, and otherwise what the trace that it continues has.
 * @param runId the trace; a call that begins one has none
 * @throws BridgeError `code-not-computed`
 */
export async function prepareCall(
  { clientMetadata, computeCode, inputs, operation }: AccountCall,
  client: AppClient,
  runs: Pick<Runs, 'open' | 'secret'>,
  runId: string | undefined,
  now: number,
): Promise<PreparedCall> {
  const reusable = runId === undefined ? undefined : await reusableIn(runs, runId, operation)
  const secretCode = computeCode instanceof Secret ? computeCode : reusable?.secretCode
  const code = computeCode === false ? undefined : codeFrom(secretCode, now)
  const request = operationRequest(operation, client, {
    inputs: {
      ...reusable?.values,
      ...wrapSecretInputs(inputs),
      ...(code && { UserCode: code.code }),
    },
    clientMetadata,
  })
  return {
    request,
    ...(code && { computed: { what: 'UserCode', durationMs: 0, shown: code.shown } }),
  }
}

async function reusableIn(
  runs: Pick<Runs, 'open' | 'secret'>,
  runId: string,
  operation: AccountOperation,
): Promise<{ readonly values: WireValues; readonly secretCode: Secret | undefined }> {
  const { events, secrets } = await runs.open(runId)
  const reusable = reusableValues(timeline(events), secrets)
  const values: Record<string, Secret> = {}
  for (const [name, mark] of Object.entries(reusableFor(operation, reusable))) {
    const secret = await runs.secret(runId, mark)
    if (secret) values[name] = secret
  }
  const { secretCode } = reusable
  return {
    values,
    secretCode: secretCode === undefined ? undefined : await runs.secret(runId, secretCode),
  }
}

function codeFrom(secretCode: Secret | undefined, now: number) {
  if (!secretCode)
    throw new BridgeError(
      'code-not-computed',
      'There is no SecretCode in this trace: call AssociateSoftwareToken first.',
    )
  const computed = computedCode(secretCode, now)
  if (computed) return computed
  throw new BridgeError('code-not-computed', 'The secret of the authenticator app is not base32.')
}

/** The password that a call sets, once it is accepted, and whose it is. */
export function passwordSetBy(
  { inputs, operation }: AccountCall,
  signedIn: string,
): { readonly username: string; readonly password: Secret } | undefined {
  const field = operation.name === 'ChangePassword' ? 'ProposedPassword' : 'Password'
  const password = inputs[field]
  const name = inputs['Username']
  const username = typeof name === 'string' ? name : signedIn
  return password instanceof Secret ? { username, password } : undefined
}
