import { reusableValues } from '#engine/catalogue/reusable-values.ts'
import { refreshTokenAuth } from '#engine/catalogue/flows/refresh-token-auth.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { OpenToken } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { initiateAuth } from '#engine/wire/initiate-auth.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Runs } from '#main/runs/runs.ts'

/** A name of the user, tried as the one that SECRET_HASH of a refresh is computed over. */
export interface TriedName {
  readonly name: string
  /** Where the name comes from, in a few words. */
  readonly from: string
  /** `unknown` where the answer is about something else than the hash. */
  readonly verdict: 'right' | 'wrong' | 'unknown'
  /** A sentence with the answer’s own words. */
  readonly reason: string
}

/** The claims that may contain a name of the user, the likeliest first. */
const claimsWithName = [
  ['access', 'username'],
  ['access', 'sub'],
  ['id', 'preferred_username'],
  ['id', 'email'],
  ['id', 'phone_number'],
] as const

/** Every name that the user of these tokens goes by, once. */
function namesOf(tokens: readonly OpenToken[], typed: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const add = (name: unknown, from: string) => {
    if (typeof name === 'string' && name !== '' && !names.has(name)) names.set(name, from)
  }
  add(typed, 'the username that signed in')
  for (const [use, claim] of claimsWithName)
    add(tokens.find((token) => token.use === use)?.claims?.[claim], `${claim} of the ${use} token`)
  return names
}

/**
 * Refreshes by REFRESH_TOKEN_AUTH once for each name of the user, as further steps of a trace, and
 * says over which of them SECRET_HASH is right.
 * @throws BridgeError `no-refresh-token`, `no-client-secret`
 */
export async function probeSecretHashUsername(
  runs: Pick<Runs, 'call' | 'open' | 'secret'>,
  runId: string,
  client: AppClient,
): Promise<readonly TriedName[]> {
  if (!client.clientSecret)
    throw new BridgeError('no-client-secret', 'A client without a secret sends no SECRET_HASH.')
  const { events, run, secrets } = await runs.open(runId)
  const { steps } = timeline(events)
  const { refreshToken: mark = '' } = reusableValues({ steps }, secrets)
  const token = await runs.secret(runId, mark)
  if (!token)
    throw new BridgeError('no-refresh-token', 'This takes a refresh token. Sign in first.')
  const newest = steps.findLast(({ answer }) => answer?.kind === 'tokens')?.answer
  const tokens = newest?.kind === 'tokens' ? newest.tokens : []
  const deviceKey = tokens.find(({ use }) => use === 'access')?.claims?.['device_key']
  const parameters = {
    REFRESH_TOKEN: token,
    ...(typeof deviceKey === 'string' && { DEVICE_KEY: deviceKey }),
  }
  const tried: TriedName[] = []
  for (const [name, from] of namesOf(tokens, run.username)) {
    const input = { flow: refreshTokenAuth.name, parameters }
    const shown = [{ name: 'hashed username', value: name, note: from }]
    const computed = { what: 'SECRET_HASH', durationMs: 0, shown }
    const answer = await runs.call(runId, initiateAuth(client, input, parameters, name), computed)
    tried.push({ name, from, ...verdictOf(answer) })
  }
  return tried
}

function verdictOf(
  answer: Awaited<ReturnType<Runs['call']>>,
): Pick<TriedName, 'reason' | 'verdict'> {
  switch (answer.kind) {
    case 'tokens':
      return { verdict: 'right', reason: 'New tokens were returned.' }
    case 'refused': {
      const { error, message } = answer
      const ofHash = /secret\s?hash/i.test(message)
      return { verdict: ofHash ? 'wrong' : 'unknown', reason: `${error}: ${message}` }
    }
    case 'unreadable':
      return { verdict: 'unknown', reason: answer.detail }
    case 'failed':
      return { verdict: 'unknown', reason: answer.message }
    case 'challenged':
    case 'accepted':
      return { verdict: 'unknown', reason: 'Cognito did not answer with tokens.' }
  }
}
