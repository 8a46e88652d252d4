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
