// The cases of the engine alone, once more: by the application's own runs, over real HTTP.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenAnswer, TraceEvent } from '#engine/trace/event.ts'
import { withAdministrators } from '#pool/conformance/by-administrators.ts'
import { conformancePools } from '#pool/conformance/pools.ts'
import { expectedOf, type SignInCase } from '#pool/conformance/sign-in-case.ts'
import { casePlayer, type CasePlayer } from './case-player-under-test.ts'
import { startRunsUnderTest, type RunsUnderTest } from './runs-under-test.ts'

const cases = withAdministrators(
  import.meta.glob<SignInCase>('/src-pool/conformance/{cases,refusals}/*.case.ts', {
    eager: true,
    import: 'default',
  }),
)

let under: RunsUnderTest
let player: CasePlayer
beforeAll(async () => {
  under = await startRunsUnderTest(conformancePools)
  player = casePlayer(under)
})
afterAll(() => under.close())

/** What happened on the way, as `expectedOf` returns it. */
function outcomesOf(
  answers: readonly OpenAnswer[],
  end: TraceEvent | undefined,
): readonly string[] {
  const outcomes = answers.flatMap((answer) => {
    if (answer.kind === 'challenged') return answer.challenge
    if (answer.kind === 'refused') return `${answer.error}: ${answer.message}`
    return answer.kind === 'accepted' ? [] : answer.kind
  })
  return outcomes.length === 0 && end?.type === 'ended' ? [end.outcome] : outcomes
}

it.each(Object.entries(cases))('%s has its expected outcome over HTTP', async (_name, one) => {
  const runId = await player.play(one)
  const written = under.eventsOf(runId)
  const answers = written.flatMap((event) => (event.type === 'answered' ? event.answer : []))
  expect(outcomesOf(answers, written.at(-1))).toEqual(expectedOf(one))
  const challenged = answers.filter((answer) => answer.kind === 'challenged')
  for (const [index, { available, parameters }] of one.steps.entries()) {
    if (parameters) expect(challenged[index]?.parameters).toMatchObject(parameters)
    if (available) expect(challenged[index]?.availableChallenges).toEqual(available)
  }
  const end = answers.at(-1)
  const access = end?.kind === 'tokens' && end.tokens.find(({ use }) => use === 'access')
  if (one.claims) expect(access && access.claims).toMatchObject(one.claims)
})
