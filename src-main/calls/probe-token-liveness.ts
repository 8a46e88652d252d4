import { reusableValues } from '#engine/catalogue/reusable-values.ts'
import { operationRequest } from '#engine/catalogue/operation-request.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import { offlineSentence, tokenVerdict, type TokenVerdict } from '#engine/tokens/token-verdict.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { Runs } from '#main/runs/runs.ts'
import { accountOperation } from './account-call.ts'

/** What calls with the tokens of a trace have shown. */
export interface TokenProof {
  readonly tokens: readonly (TokenVerdict & { readonly use: 'access' | 'refresh' })[]
  /** What verifiers that ask nobody still take, in a sentence. */
  readonly offline: string
}

/** The call that shows whether a token is alive. */
const proofs = [
  { use: 'access', member: 'AccessToken', name: 'GetUser', value: 'accessToken' },
  {
    use: 'refresh',
    member: 'RefreshToken',
    name: 'GetTokensFromRefreshToken',
    value: 'refreshToken',
  },
] as const

/**
 * Calls with each token of a trace, as further steps of it, and says which are dead. A refresh
 * token that is alive brings new tokens; where rotation is on it is used up by that.
 */
export async function probeTokenLiveness(
  runs: Pick<Runs, 'call' | 'open' | 'secret'>,
  runId: string,
  client: AppClient,
  now: () => number,
): Promise<TokenProof> {
  const { events, secrets } = await runs.open(runId)
  const { steps } = timeline(events)
  const reusable = reusableValues({ steps }, secrets)
  const tokens: TokenProof['tokens'][number][] = []
  for (const proof of proofs) {
    const mark = reusable[proof.value]
    const token = mark === undefined ? undefined : await runs.secret(runId, mark)
    if (!token) continue
    const operation = accountOperation(proof.name)
    const request = operationRequest(operation, client, { inputs: { [proof.member]: token } })
    const verdict = tokenVerdict(proof.name, await runs.call(runId, request))
    tokens.push({ use: proof.use, ...verdict })
  }
  const newest = steps.findLast(({ answer }) => answer?.kind === 'tokens')?.answer
  return {
    tokens,
    offline: offlineSentence(newest?.kind === 'tokens' ? newest.tokens : [], now()),
  }
}
