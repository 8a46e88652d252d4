import { expect, it } from 'vitest'
import { readRecipe } from '#engine/recipes/read-recipe.ts'
import { recordRecipe } from '#engine/recipes/record-recipe.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { runRecipeText } from './recipe-files.ts'

async function run(text: string, environment: Record<string, string> = {}) {
  const interrupted = new AbortController().signal
  const { problems, result } = await runRecipeText(text, { environment, interrupted, version: '0' })
  expect(problems, text).toEqual([])
  if (!result) throw new Error('the recipe was not performed')
  return result
}

const head = 'recipe: 1\nname: One\ntarget: { practice: true }\n'

const sentBy = (events: readonly TraceEvent[], operation: string): unknown => {
  const step = timeline(events).steps.find((one) => one.operation === operation)
  return JSON.parse(step?.attempts.at(-1)?.requestBody ?? '{}')
}

it('sends the ClientMetadata of a call, after a sign-in or alone, and records it', async () => {
  const alone = await run(
    `${head}calls: [{ operation: ForgotPassword, inputs: { Username: alice }, metadata: { shop: $SHOP } }]`,
    { SHOP: 'north' },
  )
  const { events } = alone.stored
  expect(sentBy(events, 'ForgotPassword')).toHaveProperty('ClientMetadata.shop', 'north')
  const recorded = recordRecipe(events)
  expect(recorded).toMatch(/metadata:\n\s+shop: north/)
  expect(readRecipe(recorded)).toHaveProperty('recipe')
  const after = await run(
    `${head}signIn: { username: alice }
calls: [{ operation: GetUserAttributeVerificationCode, inputs: { AttributeName: email }, metadata: { shop: south } }]`,
  )
  expect(sentBy(after.stored.events, 'InitiateAuth')).not.toHaveProperty('ClientMetadata')
  expect(sentBy(after.stored.events, 'GetUserAttributeVerificationCode')).toHaveProperty(
    'ClientMetadata.shop',
    'south',
  )
}, 60_000)

it.each([1, 2])(
  'leaves challenge %i unanswered, and records a recipe that does',
  async (stopAt) => {
    const names = ['PASSWORD_VERIFIER', 'SOFTWARE_TOKEN_MFA'].slice(0, stopAt)
    const text = `${head}signIn: { username: totp-user, stopAt: ${String(stopAt)}, expect: { outcome: challenge, challenges: [${names.join(', ')}] } }`
    const first = await run(text)
    expect(first.parts[0]?.checks.filter(({ passed }) => !passed)).toEqual([])
    const recorded = recordRecipe(first.stored.events)
    const again = await run(recorded, { USERNAME: 'totp-user' })
    expect(again.passed, recorded).toBe(true)
  },
  60_000,
)

it('says with an outcome that was not expected what the service said', async () => {
  const { parts } = await run(`${head}
signIn: { username: disabled-user, expect: { outcome: challenge } }`)
  expect(parts[0]?.checks).toEqual([
    {
      what: 'outcome',
      expected: 'challenge',
      actual: 'refused (NotAuthorizedException: User is disabled.)',
      passed: false,
    },
  ])
  const { parts: left } = await run(`${head}
signIn: { username: sms-user, stopAt: 2, expect: { outcome: tokens } }`)
  expect(left[0]?.checks[0]?.actual).toBe('challenge (SMS_MFA)')
}, 60_000)
