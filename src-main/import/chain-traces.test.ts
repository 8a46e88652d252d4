import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { ChainBuilder } from '#engine/import/chain-builder.ts'
import { chainSubject } from '#engine/import/chain-subject.ts'
import { ChainTrace } from '#engine/import/chain-trace.ts'
import type { RecordedCall } from '#engine/import/recorded-call.ts'
import { reveal } from '#engine/secret/secret.ts'
import { traceVersion } from '#engine/trace/event.ts'
import { parseTrace } from '#engine/trace/parse-trace.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { expectedOf, type SignInCase } from '#pool/conformance/sign-in-case.ts'
import { recordChains, recordRefreshes, type RecordedChain } from './recorded-chains-under-test.ts'

const cases = import.meta.glob<SignInCase>('/src-pool/conformance/cases/user-*.case.ts', {
  eager: true,
  import: 'default',
})

let chains: readonly RecordedChain[]
let refreshes: RecordedChain
beforeAll(async () => {
  chains = await recordChains(cases)
  refreshes = await recordRefreshes()
}, 120_000)

function traced(calls: readonly RecordedCall[]): ChainTrace {
  const builder = new ChainBuilder()
  const places = calls.map((call) => ({ call, place: builder.place(call) }))
  const { target, username } = chainSubject(calls)
  const start = places[0]?.place.start ?? { kind: 'whole' }
  const trace = new ChainTrace({
    traceId: 'a1',
    salt: randomBytes(16),
    application: 'Authscope 0.0.0',
    origin: { kind: 'watched', start },
    target,
    username,
    at: 0,
  })
  for (const { call, place } of places) trace.add(call, place)
  trace.end()
  return trace
}

/** The trace with every mark replaced by what it stands for would show these. */
const secretsOf = (trace: ChainTrace) =>
  trace.marks.list().flatMap(({ mark }) => {
    const secret = trace.marks.open(mark)
    return secret ? [reveal(secret)] : []
  })

describe('the trace of a recorded chain', () => {
  it('has the challenges, refusals and the end of the sign-in', () => {
    for (const { calls, name } of chains) {
      const one = cases[name]
      if (!one) continue
      const { state, steps } = timeline(traced(calls).events)
      const outcomes = steps.flatMap(({ answer }) => {
        if (answer?.kind === 'challenged') return answer.challenge
        if (answer?.kind === 'refused') return `${answer.error}: ${answer.message}`
        return answer?.kind === 'tokens' ? answer.kind : []
      })
      expect(outcomes, name).toEqual(expectedOf(one))
      expect(state, name).toBe(one.end === 'tokens' ? 'tokens' : 'refused')
    }
  })

  it('has the shape of every trace', () => {
    for (const { calls, name } of chains) {
      const trace = traced(calls)
      const document = { events: trace.events, secrets: trace.marks.list() }
      expect(parseTrace(document, traceVersion), name).toMatchObject({ ok: true })
    }
  })

  it('shows no secret of its calls', () => {
    for (const { calls, name } of chains) {
      const trace = traced(calls)
      const text = JSON.stringify(trace.events)
      const secrets = secretsOf(trace)
      expect(secrets.length, name).toBeGreaterThan(0)
      // A shorter one, such as a code, occurs within numbers that have nothing to do with it.
      for (const secret of secrets.filter(({ length }) => length > 8))
        expect(text.includes(secret), name).toBe(false)
    }
  })

  it('has a sign-in, its refreshes and the revocation in one chain', () => {
    const { state, steps, target, username } = timeline(traced(refreshes.calls).events)
    expect(state).toBe('tokens')
    expect(username).toBe('alice')
    expect(target?.userPoolId).toMatch(/^us-east-1_/)
    expect(
      steps.map(({ answer, operation }) => `${operation ?? ''} ${answer?.kind ?? ''}`),
    ).toEqual([
      'InitiateAuth tokens',
      'InitiateAuth tokens',
      'GetUser accepted',
      'InitiateAuth tokens',
      'GetUser accepted',
      'InitiateAuth tokens',
      'GetUser accepted',
      'RevokeToken accepted',
      'InitiateAuth refused',
    ])
  })

  it('has the facts derived from its secrets', () => {
    const srp = chains.find(({ name }) => name.includes('user-srp-auth-password-verifier'))
    const names = timeline(traced(srp?.calls ?? []).events).steps.map(({ facts }) =>
      facts.map(({ name }) => name),
    )
    expect(names[0]).toContain('srp-a')
    expect(names[1]).toContain('timestamp')
  })

  it('says that the recording ends before the sign-in', () => {
    const open = chains.find(({ name }) => name.includes('user-srp-auth-password-verifier'))
    const { message, state } = timeline(traced(open?.calls.slice(0, 1) ?? []).events)
    expect(state).toBe('incomplete')
    expect(message).toBe('The recording ends before PASSWORD_VERIFIER was answered.')
  })
})
