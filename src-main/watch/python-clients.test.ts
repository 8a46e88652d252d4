// The AWS CLI and boto3 where this machine has them, that of the system too; the names of the tests
// say where it has not.
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clientOf, userOf } from '#pool/foreign-clients/practice-place.ts'
import { startPracticeServer, type PracticeServer } from '#pool/practice-server.ts'
import { callsOf, watchPractice, type WatchUnderTest } from './watch-under-test.ts'

const run = promisify(execFile)

interface Tool {
  readonly command: string
  /** As in `2.9.19`. */
  readonly version: string
}

/** The tools that are there, each version once. */
function found(commands: readonly string[], args: readonly string[]): readonly Tool[] {
  const tools = commands.flatMap((command): readonly Tool[] => {
    const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
    const version = status === 0 ? /\d+\.\d+\.\d+/.exec(stdout)?.[0] : undefined
    return version === undefined ? [] : [{ command, version }]
  })
  return tools.filter(
    ({ version }, index) => tools.findIndex((one) => one.version === version) === index,
  )
}

const clis = found(['aws', '/usr/bin/aws'], ['--version'])
const pythons = found(
  ['python3', '/usr/bin/python3'],
  ['-c', 'import boto3; print(boto3.__version__)'],
)

/** Whether a version reads AWS_ENDPOINT_URL_…, which came with boto3 1.28.57 and AWS CLI 2.13. */
const readsEnvironment = ({ version }: Tool): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 2 ? minor > 13 : minor > 29
}

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

/** No file, profile or region of whoever runs the tests. */
const environment = () => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_REGION: server.region,
  AWS_DEFAULT_REGION: server.region,
})

const initiateAuth = (username: string, password: string) => [
  'cognito-idp',
  'initiate-auth',
  '--auth-flow',
  'USER_PASSWORD_AUTH',
  '--client-id',
  clientOf(server, 'web-public').clientId,
  '--auth-parameters',
  `USERNAME=${username},PASSWORD=${password}`,
]

if (clis.length === 0) test.skip('the AWS CLI is not tried: it is not installed')

describe.each(clis)('the AWS CLI $version', (cli) => {
  const aws = (...args: readonly string[]) =>
    run(cli.command, ['--endpoint-url', watch.url, ...args], { env: environment() })

  test('its sign-in through --endpoint-url is a chain that ends with tokens', async () => {
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

  if (!readsEnvironment(cli)) return
  test('the environment variable reaches it too', async () => {
    const env = { ...environment(), AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: watch.url }
    await run(cli.command, initiateAuth('alice', userOf(server, 'alice').password), { env })
    expect(await watch.settled()).toHaveLength(1)
  })
})

if (pythons.length === 0) test.skip('boto3 is not tried: it is not installed')

describe.each(pythons)('boto3 $version', (python) => {
  const program = `
import base64, hashlib, hmac, sys, boto3
client_id, secret, username, password, endpoint = sys.argv[1:6]
cognito = boto3.client('cognito-idp', **({'endpoint_url': endpoint} if endpoint else {}))
digest = hmac.new(secret.encode(), (username + client_id).encode(), hashlib.sha256).digest()
parameters = {'USERNAME': username, 'PASSWORD': password}
if secret:
    parameters['SECRET_HASH'] = base64.b64encode(digest).decode()
answer = cognito.initiate_auth(AuthFlow='USER_PASSWORD_AUTH', ClientId=client_id, AuthParameters=parameters)
cognito.get_user(AccessToken=answer['AuthenticationResult']['AccessToken'])
`
  const signIn = (client: string, secret: string, password: string) => {
    const { clientId } = clientOf(server, client)
    return run(python.command, ['-c', program, clientId, secret, 'alice', password, watch.url], {
      env: environment(),
    })
  }

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

  if (!readsEnvironment(python)) return
  test('the environment variable reaches it too', async () => {
    const { clientId } = clientOf(server, 'web-public')
    const { password } = userOf(server, 'alice')
    const env = { ...environment(), AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: watch.url }
    await run(python.command, ['-c', program, clientId, '', 'alice', password, ''], { env })
    expect(await watch.settled()).toHaveLength(1)
  })
})
