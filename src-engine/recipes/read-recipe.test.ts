import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRecipe } from './read-recipe.ts'

const problemsOf = (text: string) => {
  const read = readRecipe(text)
  return 'problems' in read ? read.problems : []
}

it('reads a recipe with its defaults', () => {
  const read = readRecipe('recipe: 1\nname: A\ntarget: { practice: true }\nsignIn: {}\n')
  expect(read).toMatchObject({
    recipe: { name: 'A', signIn: { flow: 'USER_SRP_AUTH', expect: {} }, calls: [] },
  })
})

it('says where YAML itself is wrong', () => {
  expect(problemsOf('recipe: 1\nname: "open\n')).toMatchObject([{ line: 3 }])
  expect(problemsOf('recipe: 1\nrecipe: 1\n')).toMatchObject([{ line: 2, column: 1 }])
  expect(problemsOf('  \n')).toEqual([{ line: 1, column: 1, message: 'The file is empty.' }])
})

it('says where a value is missing, unknown or of another kind', () => {
  const text =
    'recipe: 1\nname: A\ntarget:\n  clientId: c\n  clientSecret: in-clear\nsignIn:\n  flows: X\n'
  expect(problemsOf(text)).toMatchObject([
    { line: 5, column: 17, message: expect.stringContaining('$PASSWORD') },
    { line: 7, column: 3, message: 'signIn: There is no “flows” here. Did you mean “flow”?' },
  ])
  expect(problemsOf('recipe: 2\nname: A\ntarget: { practice: true }\nsignIn: {}\n')).toMatchObject([
    { line: 1, column: 9 },
  ])
  expect(problemsOf('recipe: 1\ntarget: { practice: true }\nsignIn: {}\n')).toMatchObject([
    { line: 1, message: 'name is missing.' },
  ])
  expect(problemsOf('recipe: 1\nname: A\ntarget: { practice: true }\n')).toMatchObject([
    { message: 'signIn or calls is needed.' },
  ])
})

it('suggests the name that a typo is near to, and lists names only where they are few', () => {
  const messages = (rest: string) =>
    problemsOf(`recipe: 1\nname: x\ntarget: { practice: true }\n${rest}`).map(
      ({ message }) => message,
    )
  expect(messages('signIn: { flow: USER_SRP_AUT }')).toEqual([
    'signIn.flow: No such value. Did you mean “USER_SRP_AUTH”?',
  ])
  expect(messages('signIn: { expect: { outcome: success } }')).toEqual([
    'signIn.expect.outcome: No such value. It is one of tokens, accepted, challenge, refused, failed.',
  ])
  expect(messages('signIn: { injectFault: wrong-prof }')).toEqual([
    'signIn.injectFault: No such value. Did you mean “wrong-proof”?',
  ])
  expect(messages('calls: [{ operation: Banana }]')).toEqual([
    'calls.0.operation: No such value. Examples: SignUp, ConfirmSignUp, ResendConfirmationCode.',
  ])
})

it('refuses ClientMetadata for a call that takes none', () => {
  const calls = 'calls: [{ operation: GetUser, metadata: { shop: north } }]'
  expect(problemsOf(`recipe: 1\nname: x\ntarget: { practice: true }\n${calls}`)).toMatchObject([
    { line: 4, message: 'calls.0.metadata: GetUser takes no ClientMetadata.' },
  ])
})

it('suggests the key that a typo is near to', () => {
  const [unknown] = problemsOf(
    'recipe: 1\nname: x\ntarget: { clientid: c }\nsignIn:\n  expect:\n    claim: { id: {} }\n',
  ).toReversed()
  expect(unknown?.message).toBe('signIn.expect: There is no “claim” here. Did you mean “claims”?')
  const target = problemsOf('recipe: 1\nname: x\ntarget: { clientid: c }\nsignIn: {}\n')
  expect(target.map(({ message }) => message)).toContain(
    'target: There is no “clientid” here. Did you mean “clientId”?',
  )
})

it('says in plain English what every wrong value has to be', () => {
  const messages = (text: string) =>
    problemsOf(text).map(
      ({ column, line, message }) => `${String(line)}:${String(column)} ${message}`,
    )
  const head = 'recipe: 1\nname: x\ntarget: { practice: true }\n'
  expect(messages('- 1')).toEqual(['1:1 The file must be an object, not a list.'])
  expect(messages('recipe: 2\nname: 5\ntarget: { practice: true }\nsignIn: x\nmore: 1\n')).toEqual([
    '1:9 recipe must be 1.',
    '2:7 name must be a string, not a number.',
    '4:9 signIn must be an object, not a string.',
    '5:1 There is no “more” here. Possible keys: recipe, name, target, signIn, calls.',
  ])
  expect(
    messages(
      `${head}signIn:\n  username: [a]\n  timeoutSeconds: 0.5\n  flow: 3\n  expect:\n    claims: { idd: {} }\n    lifetimes: { id: 1.5 }\n    diagnosis: AS1001\n    error: ""\n`,
    ),
  ).toEqual([
    '5:13 signIn.username must be a string, not a list.',
    '6:19 signIn.timeoutSeconds must be at least 1.',
    '7:9 signIn.flow must be one of USER_SRP_AUTH, USER_PASSWORD_AUTH, USER_AUTH, CUSTOM_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN, GetTokensFromRefreshToken, ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH, not a number.',
    '9:15 signIn.expect.claims: There is no “idd” here. Did you mean “id”?',
    '10:22 signIn.expect.lifetimes.id must be a whole number.',
    '11:16 signIn.expect.diagnosis must be a list, not a string.',
    '12:12 signIn.expect.error must not be empty.',
  ])
})

it('refuses an expected challenge that is a typo, and takes one that it does not know', () => {
  const recipe = (challenge: string) =>
    `recipe: 1\nname: x\ntarget: { practice: true }\nsignIn: { expect: { challenges: [${challenge}] } }\n`
  expect(problemsOf(recipe('SOFTWARE_TOKEN_MAF'))).toEqual([
    {
      line: 4,
      column: 34,
      message: 'signIn.expect.challenges.0: No such challenge. Did you mean “SOFTWARE_TOKEN_MFA”?',
    },
  ])
  expect(problemsOf(recipe('PALM_VEIN_SCAN'))).toEqual([])
})

it('never throws, whatever the text is', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  const bomb = names
    .map(
      (name, at) =>
        `${name}: &${name} [${`${at === 0 ? 'x' : `*${names[at - 1]!}`},`.repeat(9)}]\n`,
    )
    .join('')
  const deep = Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')
  for (const text of [
    bomb,
    '['.repeat(20_000),
    '- '.repeat(5_000),
    deep,
    '__proto__: { recipe: 1 }',
    '- 1',
    'null',
  ])
    expect(problemsOf(text).length).toBeGreaterThan(0)
  fc.assert(
    fc.property(fc.string(), (text) => {
      readRecipe(text)
    }),
  )
})

it('takes members from an anchor by a merge key', () => {
  const read = readRecipe(
    'recipe: 1\nname: Merged\ntarget: { practice: true }\nsignIn:\n  <<: &ada { username: ada }\n  flow: USER_SRP_AUTH\n',
  )
  expect(read).toMatchObject({ recipe: { signIn: { username: 'ada', flow: 'USER_SRP_AUTH' } } })
})

it('says of a file with several documents that it has one recipe', () => {
  expect(readRecipe('recipe: 1\n---\nrecipe: 1\n')).toEqual({
    problems: [
      { line: 2, column: 1, message: 'A file has one recipe. Put each into its own file.' },
    ],
  })
})
