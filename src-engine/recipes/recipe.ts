import { z } from 'zod'
import { challenges } from '../catalogue/challenges/index.ts'
import { requestFaults } from '../catalogue/fault-injection/index.ts'
import { flows } from '../catalogue/flows/index.ts'
import { accountOperations } from '../catalogue/operations/index.ts'
import { ruleList } from '../diagnosis/rules/index.ts'
import { closestName } from '../query/closest-name.ts'

/** The version of the format, which the file begins with. */
export const recipeVersion = 1

/** Characters of one value. */
export const maxValueLength = 2_048

const text = z.string().min(1).max(maxValueLength)
const variable = z
  .string()
  .regex(/^\$[A-Za-z_]\w*$/, 'A secret is never in a recipe: name a variable, as in $PASSWORD.')
/** A text as it is, or `$NAME` of an environment variable. */
const value = z.union([text, z.number(), z.boolean()]).transform(String)
const values = z.record(z.string(), value.or(z.literal('')))
const codes = ruleList.map(({ code }) => code)
const pool = z.strictObject({
  userPoolId: text.optional(),
  clientId: text,
  region: text.optional(),
  endpoint: text.optional(),
  clientSecret: variable.optional(),
})

/** A challenge of the catalogue, or one that Cognito has added since; not a typo of a known one. */
const challengeName = text.superRefine((name, context) => {
  if (challenges.has(name)) return
  const meant = closestName(name, [...challenges.keys()])
  if (meant === undefined) return
  context.addIssue({ code: 'custom', message: `No such challenge. Did you mean “${meant}”?` })
})

/** What a token has to say: each claim as it is here, whatever else is in the token. */
const claims = z.record(z.string(), z.json())
const tokenUse = z.enum(['id', 'access'])

const expectation = z.strictObject({
  outcome: z.enum(['tokens', 'accepted', 'challenge', 'refused', 'failed']).optional(),
  /** Every challenge that comes, in order. */
  challenges: z.array(challengeName).max(50).optional(),
  error: text.optional(),
  /** A part of the text of the refusal. */
  message: text.optional(),
  /** Codes of causes that are found; an empty list: no cause at all. */
  diagnosis: z.array(z.enum(codes)).max(50).optional(),
  claims: z.partialRecord(tokenUse, claims).optional(),
  /** Seconds from `iat` to `exp`. */
  lifetimes: z.partialRecord(tokenUse, z.int().min(1)).optional(),
  /** Milliseconds that the service may take in all calls. */
  maxServiceMs: z.number().min(1).optional(),
})
/** The expected result of a sign-in or a call; members that are absent may be anything. */
export type Expectation = z.output<typeof expectation>

const call = z
  .strictObject({
    operation: z.enum([...accountOperations.keys()]),
    inputs: values.default({}),
    /** ClientMetadata of this call. */
    metadata: values.default({}),
    expect: expectation.omit({ claims: true, lifetimes: true, challenges: true }).default({}),
  })
  .superRefine(({ metadata, operation }, context) => {
    if (Object.keys(metadata).length === 0) return
    if (accountOperations.get(operation)?.metadata !== undefined) return
    const message = `${operation} takes no ClientMetadata.`
    context.addIssue({ code: 'custom', path: ['metadata'], message })
  })

const signIn = z.strictObject({
  flow: z.enum([...flows.keys()]).default('USER_SRP_AUTH'),
  /** Sent as an administrator, with AWS credentials. */
  asAdmin: z.boolean().default(false),
  username: value.optional(),
  password: variable.optional(),
  refreshToken: variable.optional(),
  totpSecret: variable.optional(),
  newPassword: variable.optional(),
  parameters: values.default({}),
  metadata: values.default({}),
  /** By the name of the challenge, then by the key of the answer. */
  answers: z.partialRecord(z.enum([...challenges.keys()]), values).default({}),
  injectFault: z.enum([...requestFaults.keys()]).optional(),
  /** Which challenge is left unanswered, from 1. */
  stopAt: z.int().min(1).max(99).optional(),
  timeoutSeconds: z.number().min(1).max(3_600).optional(),
  expect: expectation.default({}),
})

/** A sign-in, calls after it or alone, and what has to come of each. */
export const recipe = z
  .strictObject({
    recipe: z.literal(recipeVersion),
    name: text,
    target: z.union([z.strictObject({ practice: text.or(z.literal(true)) }), pool]),
    signIn: signIn.optional(),
    calls: z.array(call).max(50).default([]),
  })
  .refine((value) => value.signIn || value.calls.length > 0, 'signIn or calls is needed.')
/** A recipe as it was read. */
export type Recipe = z.output<typeof recipe>
/** One call of a recipe. */
export type RecipeCall = z.output<typeof call>
