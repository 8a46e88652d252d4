import { BridgeError } from '#contract/failure.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { checkCall, checkSignIn, type Check } from '#engine/recipes/check-expectation.ts'
import type { Recipe, RecipeCall } from '#engine/recipes/recipe.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import { prepareCall } from '#main/calls/account-call.ts'
import { UsageError } from '#main/cli/command.ts'
import {
  performRequest,
  type RequestIo,
  type SignInRequest,
} from '#main/cli/sign-in/perform-request.ts'
import type { CallAfterwards } from '#main/cli/sign-in/perform.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'

/** The sign-in of a recipe or one of its calls, with its result. */
export interface RecipePart {
  readonly name: string
  readonly checks: readonly Check[]
  /** Milliseconds that the service took. */
  readonly serviceMs: number
}

/** What came of a recipe. */
export interface RecipeResult {
  readonly name: string
  readonly passed: boolean
  readonly parts: readonly RecipePart[]
  /** The run that was performed. */
  readonly stored: StoredRun
}

/** A recipe that cannot be performed here, in a sentence that says what to do. */
export class RecipeError extends Error {
  override readonly name = 'RecipeError'
}

/** A call that was made, by the number of its step; or why it was not. */
type PerformedCall = { readonly step: number } | { readonly problem: string }

/**
 * Performs a recipe, and compares the results with the expectations. A refusal is a result.
 * @throws RecipeError when a variable is not set, or the recipe cannot be performed as it is
 */
export async function runRecipe(recipe: Recipe, io: RequestIo): Promise<RecipeResult> {
  const { calls, name, signIn } = recipe
  const values = variablesIn(io.environment)
  const performed: PerformedCall[] = []
  // Before the first call, so that a recipe with a missing variable calls nothing.
  const wanted = calls.map((call) => ({
    call,
    inputs: values.all(call.inputs),
    clientMetadata: values.all(call.metadata),
  }))
  const request = requestOf(recipe, values)
  values.assertAllSet()
  const [first, ...rest] = wanted
  const afterwards: CallAfterwards = {
    ...(!signIn &&
      first && {
        operation: first.call.operation,
        first: (client, runs) => prepared(first, client, runs, undefined),
      }),
    goOn: async (client, runs, runId) => {
      if (!signIn) performed.push({ step: 1 })
      for (const one of signIn ? wanted : rest)
        performed.push(await performCall(one, client, runs, runId))
    },
  }
  const { faultNotInjected, stored } = await performOrExplain(request, io, afterwards)
  const { events } = stored
  const { steps } = timeline(events)
  const parts: RecipePart[] = calls.map((call, index) => {
    const done = performed[index] ?? { problem: 'not made: the sign-in got no tokens' }
    const step = 'step' in done ? steps.find(({ number }) => number === done.step) : undefined
    return {
      name: call.operation,
      serviceMs: step?.durationMs ?? 0,
      checks:
        'problem' in done
          ? [{ what: 'call', expected: 'made', actual: done.problem, passed: false }]
          : checkCall(events, step, call.expect),
    }
  })
  if (signIn) {
    const ofCalls = parts.reduce((sum, { serviceMs }) => sum + serviceMs, 0)
    parts.unshift({
      name: signIn.flow,
      serviceMs: timeline(events).serviceMs - ofCalls,
      checks: [
        ...checkSignIn(events, signIn.expect),
        ...(faultNotInjected === undefined ? [] : [notInjected(faultNotInjected)]),
      ],
    })
  }
  const passed = parts.every(({ checks }) => checks.every((check) => check.passed))
  return { name, passed, parts, stored }
}

const notInjected = (fault: string): Check => ({
  what: `fault ${fault}`,
  expected: 'injected',
  actual: 'not injected: it applies to none of the calls',
  passed: false,
})

async function performOrExplain(...args: Parameters<typeof performRequest>) {
  try {
    return await performRequest(...args)
  } catch (error) {
    if (error instanceof UsageError || error instanceof BridgeError)
      throw new RecipeError(error.message)
    throw error
  }
}

interface WantedCall {
  readonly call: RecipeCall
  readonly inputs: Readonly<Record<string, string>>
  readonly clientMetadata: Readonly<Record<string, string>>
}

function prepared(
  { call, clientMetadata, inputs }: WantedCall,
  client: AppClient,
  runs: Runs,
  runId: string | undefined,
) {
  const operation = accountOperations.get(call.operation)
  if (!operation) throw new TypeError(`no operation ${call.operation}`)
  // An authenticator that was set up in the same run computes its own code.
  const computeCode =
    operation.fields.some(({ name }) => name === 'UserCode') && inputs['UserCode'] === undefined
  return prepareCall(
    { operation, inputs, computeCode, clientMetadata },
    client,
    runs,
    runId,
    Date.now(),
  )
}

async function performCall(
  wanted: WantedCall,
  client: AppClient,
  runs: Runs,
  runId: string,
): Promise<PerformedCall> {
  try {
    const { computed, request } = await prepared(wanted, client, runs, runId)
    await runs.call(runId, request, computed)
    return { step: timeline((await runs.open(runId)).events).steps.at(-1)?.number ?? 0 }
  } catch (error) {
    if (error instanceof BridgeError) return { problem: `not made: ${error.message}` }
    throw error
  }
}

function requestOf({ signIn, target }: Recipe, values: Variables): SignInRequest {
  const pairs = (record: Readonly<Record<string, string>>) =>
    Object.entries(values.all(record)).map(([key, value]) => `${key}=${value}`)
  const ofSignIn = signIn && {
    flow: signIn.flow,
    username: values.one(signIn.username),
    parameter: pairs(signIn.parameters),
    metadata: pairs(signIn.metadata),
    'inject-fault': signIn.injectFault,
    'stop-at': signIn.stopAt?.toString(),
    timeout: signIn.timeoutSeconds?.toString(),
  }
  const secrets = {
    'password-env': values.one(signIn?.password),
    'refresh-token-env': values.one(signIn?.refreshToken),
    'totp-secret-env': values.one(signIn?.totpSecret),
    'new-password-env': values.one(signIn?.newPassword),
  }
  const answers = Object.fromEntries(
    Object.entries(signIn?.answers ?? {}).map(([challenge, answer]) => [
      challenge,
      values.all(answer ?? {}),
    ]),
  )
  const asAdmin = signIn?.asAdmin ? ['as-admin'] : []
  if ('practice' in target) {
    const client = target.practice === true ? undefined : values.one(target.practice)
    return {
      switches: ['practice', ...asAdmin],
      options: { ...ofSignIn, client },
      secrets,
      answers,
    }
  }
  const { clientId, clientSecret, endpoint, region, userPoolId } = target
  return {
    switches: asAdmin,
    options: {
      ...ofSignIn,
      'user-pool-id': values.one(userPoolId),
      'client-id': values.one(clientId),
      region: values.one(region),
      endpoint: values.one(endpoint),
    },
    secrets: { ...secrets, 'client-secret-env': values.one(clientSecret) },
    answers,
  }
}

interface Variables {
  one(value: string | undefined): string | undefined
  all(values: Readonly<Record<string, string>>): Readonly<Record<string, string>>
  /** @throws RecipeError that names every variable that was wanted and is not set */
  assertAllSet(): void
}

/** Puts environment variables in the place of `$NAME`; `$$` begins a text with one `$`. */
function variablesIn(environment: RequestIo['environment']): Variables {
  const missing = new Set<string>()
  function resolve(value: string): string {
    if (value.startsWith('$$')) return value.slice(1)
    const [, name] = /^\$([A-Za-z_]\w*)$/.exec(value) ?? []
    if (name === undefined) return value
    const found = environment[name] ?? ''
    if (found === '') missing.add(name)
    return found
  }
  return {
    one: (value) => (value === undefined ? undefined : resolve(value)),
    all: (values) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, resolve(value)])),
    assertAllSet: () => {
      if (missing.size > 0)
        throw new RecipeError(
          missing.size === 1
            ? `The recipe needs the environment variable ${[...missing].join('')}, which is unset or empty. Set it before you start Authscope.`
            : `The recipe needs the environment variables ${[...missing].join(', ')}, which are unset or empty. Set them before you start Authscope.`,
        )
    },
  }
}
