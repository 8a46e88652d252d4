import { randomBytes } from 'node:crypto'
import type { RecordedCall } from '#engine/import/recorded-call.ts'
import { play } from '#pool/conformance/play.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import type { SignInCase } from '#pool/conformance/sign-in-case.ts'
import type { PoolAnswer } from '#pool/core/operation-performer.ts'
import {
  passwordSignIn,
  poolUnderTest,
  type AnswerBody,
  type PoolUnderTest,
} from '#pool/test-bed/pool-under-test.ts'

/** The calls of one sign-in at the practice pool, in the order in which they were made. */
export interface RecordedChain {
  readonly name: string
  readonly calls: readonly RecordedCall[]
}

/** Plays cases at a practice pool and records what a proxy before it would see. */
export async function recordChains(
  cases: Readonly<Record<string, SignInCase>>,
): Promise<readonly RecordedChain[]> {
  const test = poolUnderTest(conformancePools)
  const chains: RecordedChain[] = []
  for (const [name, one] of Object.entries(cases)) {
    test.pool.reset()
    const { calls, recording } = recordingPool(test)
    await play(recording, one, randomBytes)
    // A case may end before its first call.
    if (calls.length > 0) chains.push({ name, calls })
  }
  return chains
}

/** A sign-in, three refreshes each with a GetUser, a revocation, and a refresh that is refused. */
export async function recordRefreshes(): Promise<RecordedChain> {
  const test = poolUnderTest()
  const { calls, recording } = recordingPool(test)
  const ClientId = '1practicewebpublic00000001'
  const tokens = async (input: object) => {
    const answer = await recording.call('InitiateAuth', input)
    const body: AnswerBody | undefined = 'refusal' in answer ? undefined : answer.body
    return body?.AuthenticationResult ?? {}
  }
  const signedIn = await tokens(passwordSignIn(ClientId, 'alice', 'Practice-Password-1!'))
  const Token = signedIn['RefreshToken']
  const refresh = {
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    ClientId,
    AuthParameters: { REFRESH_TOKEN: Token },
  }
  for (let count = 0; count < 3; count += 1) {
    const { AccessToken } = await tokens(refresh)
    await recording.call('GetUser', { AccessToken })
  }
  await recording.call('RevokeToken', { ClientId, Token })
  await recording.call('InitiateAuth', refresh)
  return { name: 'sign-in, refreshes, revocation', calls }
}

/** The pool, with every call of a client recorded; those that set the case up are not. */
function recordingPool(test: PoolUnderTest) {
  const calls: RecordedCall[] = []
  const call: PoolUnderTest['call'] = async (operation, input) => {
    const answer = await test.call(operation, input)
    calls.push(recordedCall(operation, input, answer, test.now()))
    return answer
  }
  return { calls, recording: { ...test, call } }
}

function recordedCall(
  operation: string,
  input: object,
  answer: PoolAnswer,
  at: number,
): RecordedCall {
  const [status, body] =
    'refusal' in answer
      ? [answer.status, { __type: answer.refusal.type, message: answer.refusal.message }]
      : [200, answer.body ?? {}]
  return {
    operation,
    at,
    request: { headers: [], body: Buffer.from(JSON.stringify(input)) },
    response: {
      status,
      statusText: '',
      httpVersion: '1.1',
      headers: [],
      body: Buffer.from(JSON.stringify(body)),
    },
    notCaptured: [],
  }
}
