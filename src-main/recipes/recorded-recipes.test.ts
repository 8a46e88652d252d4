// What is recorded of unusual runs is a recipe that passes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readRecipe } from '#engine/recipes/read-recipe.ts'
import { runCommandLine } from '#main/cli/run-command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-recorded-'))
const file = (name: string) => join(folder, name)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function cli(
  words: readonly string[],
  environment: Record<string, string> = {},
  input: object = {},
) {
  let out = ''
  let errors = ''
  const status = await runCommandLine([...words], {
    version: '0.0.0',
    environment,
    colours: false,
    write: (text) => (out += text),
    error: (text) => (errors += text),
    readInput: () => Promise.resolve(JSON.stringify(input)),
    interrupted: new AbortController().signal,
  })
  return { status, out, errors }
}

/** Records a run of the practice pool and performs the recipe. */
async function recordedAndRun(
  words: readonly string[],
  environment: Record<string, string>,
  input: object = {},
) {
  const path = file('recorded.recipe.yaml')
  await cli([...words, '--practice', '--recipe', path], environment, input)
  const text = readFileSync(path, 'utf8')
  return { text, again: await cli(['recipe', 'run', path], environment) }
}

/** A HAR of these calls: operation, input, status, output. */
const har = (calls: readonly (readonly [string, object, number, object])[]): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'test', version: '1' },
      entries: calls.map(([operation, input, status, output], index) => ({
        startedDateTime: new Date(Date.UTC(2026, 0, 1, 12, 0, index)).toISOString(),
        time: 10,
        request: {
          method: 'POST',
          url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
          headers: [
            { name: 'X-Amz-Target', value: `AWSCognitoIdentityProviderService.${operation}` },
          ],
          postData: { mimeType: 'application/x-amz-json-1.1', text: JSON.stringify(input) },
        },
        response: { status, headers: [], content: { text: JSON.stringify(output) } },
        timings: { send: 0, wait: 10, receive: 0 },
      })),
    },
  })

async function recordedOf(calls: Parameters<typeof har>[0]): Promise<string> {
  writeFileSync(file('foreign.har'), har(calls))
  const { errors, out } = await cli(['recipe', 'record', file('foreign.har')])
  expect(errors).toBe('')
  expect(readRecipe(out)).toHaveProperty('recipe')
  return out
}

const tokens = {
  AuthenticationResult: { AccessToken: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x', ExpiresIn: 3600 },
}
const { AccessToken } = tokens.AuthenticationResult
const ClientId = '1example23456789'
const RefreshToken = 'eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.a.b.c.d'

describe('a run of the practice pool, recorded and performed', () => {
  it.each([
    [
      'with a custom challenge',
      'sign-in --client custom --flow CUSTOM_AUTH --answers-stdin',
      { USERNAME: 'choice-user', CUSTOM_ANSWER: '5' },
    ],
    [
      'with a preferred challenge',
      'sign-in --client choice --flow USER_AUTH --preferred-challenge PASSWORD_SRP',
      { USERNAME: 'choice-user' },
    ],
    ['that confirmed its device', 'sign-in --remember-device', { USERNAME: 'device-user' }],
    [
      'with a wrong password',
      'sign-in --flow USER_PASSWORD_AUTH --password-env PASSWORD',
      { USERNAME: 'alice', PASSWORD: 'Not-The-Password-1!' },
    ],
    [
      'of an administrator',
      'sign-in --as-admin --flow ADMIN_USER_PASSWORD_AUTH',
      { USERNAME: 'alice', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-key' },
    ],
    [
      'of a refresh that is refused',
      'sign-in --flow REFRESH_TOKEN_AUTH --refresh-token-env REFRESH_TOKEN',
      { USERNAME: 'alice', REFRESH_TOKEN: RefreshToken },
    ],
    [
      'with ClientMetadata',
      'sign-in --metadata shop=north',
      { USERNAME: 'alice', METADATA_SHOP: 'n' },
    ],
  ])(
    'passes: %s',
    async (_what, line, environment) => {
      const words = line.split(' ')
      const { again, text } = await recordedAndRun(
        [
          ...words,
          '--username',
          environment.USERNAME,
          ...(words.includes('--remember-device') ? ['--device-file', file('device.json')] : []),
        ],
        environment,
        { ANSWER: '5' },
      )
      expect(again, text).toMatchObject({ errors: '', status: 0 })
    },
    60_000,
  )

  it('keeps ClientMetadata, as variables where it is a mark', async () => {
    const { text } = await recordedAndRun(['sign-in', '--metadata', 'shop=north'], {
      USERNAME: 'alice',
      METADATA_SHOP: 'north',
    })
    expect(text).toContain('metadata:\n    shop: $METADATA_SHOP')
  }, 60_000)

  it('is of the practice pool also where it was exported as a HAR', async () => {
    const path = file('exported.har')
    await cli(['sign-in', '--practice', '--username', 'alice', '--har', path])
    const { out } = await cli(['recipe', 'record', path])
    writeFileSync(file('exported.recipe.yaml'), out)
    const again = await cli(['recipe', 'run', file('exported.recipe.yaml')], { USERNAME: 'alice' })
    expect(again, out).toMatchObject({ errors: '', status: 0 })
  }, 60_000)

  it('is the call alone, where there was no sign-in', async () => {
    const trace = file('forgot.json')
    await cli(['call', 'ForgotPassword', '--practice', '--username', 'alice', '--trace', trace])
    const { out } = await cli(['recipe', 'record', trace])
    expect(out).not.toContain('signIn')
    writeFileSync(file('forgot.recipe.yaml'), out)
    const again = await cli(['recipe', 'run', file('forgot.recipe.yaml')], { USERNAME: 'alice' })
    expect(again, out).toMatchObject({ status: 0 })
  }, 60_000)
})

describe('the recipe of another program’s calls', () => {
  it('has the calls after the tokens as calls, a refresh among them', async () => {
    const text = await recordedOf([
      ['GetTokensFromRefreshToken', { ClientId, RefreshToken }, 200, tokens],
      [
        'UpdateUserAttributes',
        {
          AccessToken,
          UserAttributes: [{ Name: 'custom:team', Value: '$south' }],
        },
        200,
        {},
      ],
      [
        'InitiateAuth',
        {
          ClientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { USERNAME: 'alice', REFRESH_TOKEN: RefreshToken },
        },
        400,
        { __type: 'NotAuthorizedException', message: 'Refresh Token has been revoked' },
      ],
    ])
    expect(text).toMatch(/flow: GetTokensFromRefreshToken\n.*outcome: tokens\n.*calls:/s)
    expect(text.match(/GetTokensFromRefreshToken/g)).toHaveLength(2)
    expect(text).toContain('UserAttributes.custom:team')
    expect(text).not.toContain('outcome: refused')
  })

  it('wants no password where a passkey was the factor', async () => {
    const Session = 'S'.repeat(60)
    const text = await recordedOf([
      [
        'InitiateAuth',
        {
          ClientId,
          AuthFlow: 'USER_AUTH',
          AuthParameters: { USERNAME: 'ada', PREFERRED_CHALLENGE: 'WEB_AUTHN', EMPTY: '' },
        },
        200,
        { ChallengeName: 'WEB_AUTHN', Session, ChallengeParameters: {} },
      ],
      [
        'RespondToAuthChallenge',
        {
          ClientId,
          ChallengeName: 'WEB_AUTHN',
          Session,
          ChallengeResponses: { USERNAME: 'ada', CREDENTIAL: '{}' },
        },
        200,
        tokens,
      ],
    ])
    expect(text).toContain('PREFERRED_CHALLENGE: WEB_AUTHN')
    expect(text).not.toContain('password')
  })

  it('has the attributes that a new password was set with', async () => {
    const Session = 'S'.repeat(60)
    const text = await recordedOf([
      [
        'InitiateAuth',
        {
          ClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: '$ada', PASSWORD: 'Temporary-1!' },
        },
        200,
        { ChallengeName: 'NEW_PASSWORD_REQUIRED', Session, ChallengeParameters: {} },
      ],
      [
        'RespondToAuthChallenge',
        {
          ClientId,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session,
          ChallengeResponses: {
            USERNAME: '$ada',
            NEW_PASSWORD: 'Another-1!',
            'userAttributes.name': 'Ada',
          },
        },
        200,
        tokens,
      ],
    ])
    // A name that begins with the sign of a variable is none.
    expect(text).toContain('username: $$ada')
    expect(text).toMatch(/NEW_PASSWORD_REQUIRED:\n\s+userAttributes\.name: /)
    expect(text).not.toMatch(/Temporary-1!|Another-1!/)
  })
})
