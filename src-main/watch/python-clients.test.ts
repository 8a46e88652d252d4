// The AWS CLI and boto3 where this machine has them; the names of the tests say where it has not.
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clientOf, userOf } from '#pool/foreign-clients/practice-place.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { callsOf, watchPractice, type WatchUnderTest } from './watch-under-test.ts'

const run = promisify(execFile)
const hasCli = spawnSync('aws', ['--version']).status === 0
const hasBoto3 = spawnSync('python3', ['-c', 'import boto3']).status === 0
const unless = (isThere: boolean) => (isThere ? '' : ' (not tried: it is not installed)')

let server: PracticeServer
let watch: WatchUnderTest

beforeAll(async () => {
  server = await startPracticeServer()
  watch = await watchPractice(server)
})
afterAll(async () => {
  await watch.stop()
  await server.close()
})
beforeEach(() => {
  server.reset()
  watch.forget()
})

/** No file, profile or region of whoever runs the tests; the endpoint as users set it. */
const environment = () => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_REGION: server.region,
  AWS_DEFAULT_REGION: server.region,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: watch.url,
})

const aws = (...args: readonly string[]) => run('aws', args, { env: environment() })
const python = (program: string, ...args: readonly string[]) =>
  run('python3', ['-c', program, ...args], { env: environment() })

const initiateAuth = (username: string, password: string, ...more: readonly string[]) => [
  ...['cognito-idp', 'initiate-auth', '--auth-flow', 'USER_PASSWORD_AUTH'],
  ...['--client-id', clientOf(server, 'web-public').clientId],
  ...['--auth-parameters', `USERNAME=${username},PASSWORD=${password}`],
  ...more,
]

describe.runIf(hasCli)(`the AWS CLI${unless(hasCli)}`, () => {
  test('its sign-in configured by the environment variable is a chain that ends with tokens', async () => {
    await aws(...initiateAuth('alice', userOf(server, 'alice').password))
    const [chain] = await watch.settled()
    expect(callsOf(chain!)).toEqual(['InitiateAuth → tokens'])
    expect(chain).toMatchObject({ username: 'alice', state: 'tokens' })
  })

  test('with a wrong password its chain ends with the refusal', async () => {
    await expect(aws(...initiateAuth('alice', 'Not-The-Password-1!'))).rejects.toThrow(
      'NotAuthorizedException',
    )
    const [chain] = await watch.settled()
    expect(chain).toMatchObject({
      state: 'refused',
      message: 'NotAuthorizedException: Incorrect username or password.',
    })
    expect(watch.causes()).toEqual(['AS1101 possible'])
  })

  test('--endpoint-url reaches the recording endpoint too', async () => {
    const elsewhere = { ...environment(), AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: undefined }
    const { password } = userOf(server, 'alice')
    await run('aws', initiateAuth('alice', password, '--endpoint-url', watch.url), {
      env: elsewhere,
    })
    expect(await watch.settled()).toHaveLength(1)
  })
})

describe.runIf(hasBoto3)(`boto3${unless(hasBoto3)}`, () => {
  const program = `
import base64, hashlib, hmac, sys, boto3
client_id, secret, username, password = sys.argv[1:5]
cognito = boto3.client('cognito-idp')
digest = hmac.new(secret.encode(), (username + client_id).encode(), hashlib.sha256).digest()
parameters = {'USERNAME': username, 'PASSWORD': password}
if secret:
    parameters['SECRET_HASH'] = base64.b64encode(digest).decode()
answer = cognito.initiate_auth(AuthFlow='USER_PASSWORD_AUTH', ClientId=client_id, AuthParameters=parameters)
cognito.get_user(AccessToken=answer['AuthenticationResult']['AccessToken'])
`
  const signIn = (client: string, secret: string, password: string) =>
    python(program, clientOf(server, client).clientId, secret, 'alice', password)

  test('its sign-in and the call with its token are one chain', async () => {
    const { clientSecret = '' } = clientOf(server, 'server-secret')
    await signIn('server-secret', clientSecret, userOf(server, 'alice').password)
    const [chain, ...others] = await watch.settled()
    expect(others).toEqual([])
    expect(callsOf(chain!)).toEqual(['InitiateAuth → tokens', 'GetUser → accepted'])
  })

  test('with a wrong client secret its chain is the refused call', async () => {
    await expect(
      signIn('server-secret', 'a-wrong-secret-of-the-client', userOf(server, 'alice').password),
    ).rejects.toThrow('NotAuthorizedException')
    const [chain] = await watch.settled()
    expect(callsOf(chain!)).toEqual(['InitiateAuth → NotAuthorizedException'])
    expect(chain?.message).toContain('Unable to verify secret hash')
    expect(watch.causes()).toEqual(['AS1203 likely'])
  })

  test('with a wrong password its chain ends with the refusal', async () => {
    await expect(signIn('web-public', '', 'Not-The-Password-1!')).rejects.toThrow()
    await watch.settled()
    expect(watch.causes()).toEqual(['AS1101 possible'])
  })
})
