import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCommandLine } from '#main/cli/run-command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-recipe-'))
const file = (name: string) => join(folder, name)
const examples = join(import.meta.dirname, '..', '..', 'docs', 'recipes')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function cli(words: readonly string[], environment: Record<string, string> = {}) {
  let out = ''
  let errors = ''
  const status = await runCommandLine([...words], {
    version: '0.0.0',
    environment,
    colours: false,
    write: (text) => (out += text),
    error: (text) => (errors += text),
    readInput: () => Promise.reject(new Error('nothing was to be read')),
    interrupted: new AbortController().signal,
  })
  return { status, out, errors }
}

function write(name: string, text: string): string {
  writeFileSync(file(name), text)
  return file(name)
}

it('performs the example recipes against the practice pool, with a JUnit report', async () => {
  const junit = file('report.xml')
  const { errors, out, status } = await cli(['recipe', 'run', examples, '--junit', junit], {
    WRONG_PASSWORD: 'Not-The-Password-1!',
  })
  expect({ errors, out, status }).toMatchObject({ errors: '', status: 0 })
  expect(out).toMatch(/✓ Alice signs in by SRP.*\n {2}✓ USER_SRP_AUTH: 9 of 9 expectations/)
  const report = readFileSync(junit, 'utf8')
  expect(report).toContain('<testcase name="GetUser"')
  expect(report.match(/<testsuite /g)).toHaveLength(3)
  expect(report).not.toContain('<failure')
}, 60_000)

it('names each expectation that is not met, and exits with its status', async () => {
  const path = write(
    'wrong.recipe.yaml',
    `recipe: 1
name: Expects <too> much
target: { practice: true }
signIn:
  username: alice
  expect:
    outcome: tokens
    challenges: [PASSWORD_VERIFIER, SMS_MFA]
    claims: { id: { email: somebody@example.org, absent: 1 } }
    lifetimes: { access: 60 }
calls:
  - operation: ChangePassword
    inputs: { PreviousPassword: $OLD, ProposedPassword: $NEW }
    expect: { error: InvalidPasswordException }
`,
  )
  const junit = file('failed.xml')
  const environment = { OLD: 'Old-Password-1!', NEW: 'New-Password-1!' }
  const { out, status } = await cli(['recipe', 'run', path, '--junit', junit], environment)
  expect(status).toBe(4)
  expect(out).toContain(
    'challenges: expected ["PASSWORD_VERIFIER","SMS_MFA"], was ["PASSWORD_VERIFIER"]',
  )
  expect(out).toContain('claims.id.absent: expected 1, was absent')
  expect(out).toContain('lifetimes.access: expected 60, was 3600')
  expect(out).toContain('error: expected InvalidPasswordException, was NotAuthorizedException')
  expect(out).not.toMatch(/Old-Password|New-Password/)
  expect(readFileSync(junit, 'utf8')).toContain('<testsuite name="Expects &lt;too&gt; much"')
}, 60_000)

it('writes a JUnit report to standard output, which has nothing else then', async () => {
  const path = write(
    'one.recipe.yaml',
    'recipe: 1\nname: One\ntarget: { practice: true }\nsignIn: { username: alice }\n',
  )
  const { errors, out, status } = await cli(['recipe', 'run', path, '--junit', '-'])
  expect(status).toBe(0)
  expect(out).toMatch(/^<\?xml.*<\/testsuites>\n$/s)
  expect(errors).toContain('✓ One')
  expect(existsSync('-')).toBe(false)
  const both = await cli(['recipe', 'run', path, '--junit', '-', '--json'])
  expect(both).toMatchObject({ out: '', status: 2 })
})

it('signs nobody in when the place of its report is wrong, and names it', async () => {
  const path = write(
    'report.recipe.yaml',
    'recipe: 1\nname: One\ntarget: { practice: true }\nsignIn: { username: alice }\n',
  )
  const report = file('missing/report.xml')
  const { errors, out, status } = await cli(['recipe', 'run', path, '--junit', report])
  expect({ out, status }).toEqual({ out: '', status: 2 })
  expect(errors).toContain(`${report}: There is no such folder. Nothing was sent.`)
})

it('fails where its fault applies to no call', async () => {
  const path = write(
    'no-fault.recipe.yaml',
    `recipe: 1
name: Fault without a place
target: { practice: true }
signIn:
  username: alice
  injectFault: wrong-client-secret
  expect: { outcome: tokens }
`,
  )
  const { out, status } = await cli(['recipe', 'run', path])
  expect(status).toBe(4)
  expect(out).toContain('fault wrong-client-secret: expected injected, was not injected')
}, 60_000)

it('calls nothing when a variable is missing, and says which', async () => {
  const { out, status } = await cli(['recipe', 'run', join(examples, 'wrong-password.recipe.yaml')])
  expect(status).toBe(1)
  expect(out).toContain('needs the environment variable WRONG_PASSWORD, which is unset or empty')
})

it('says line and column of what is wrong in a file', async () => {
  const path = write(
    'bad.recipe.yaml',
    `recipe: 1
name: Bad
target: { practise: true }
signIn:
  password: Practice-Password-1!
  expect: { outcome: success }
`,
  )
  const { out, status } = await cli(['recipe', 'run', path])
  expect(status).toBe(1)
  expect(out).toMatch(/bad\.recipe\.yaml:3:11: target: There is no “practise” here/)
  expect(out).toMatch(/bad\.recipe\.yaml:5:13: signIn.password: A secret is never in a recipe/)
  expect(out).toMatch(/bad\.recipe\.yaml:6:22: signIn.expect.outcome: /)
})

it.each(['alice', 'totp-user', 'temporary-password-user', 'choose-mfa-user'])(
  'records a sign-in of %s that passes when it is run',
  async (user) => {
    const trace = file(`${user}.json`)
    const recorded = file(`${user}.recipe.yaml`)
    const signIn = ['sign-in', '--practice', '--username', user]
    const { status } = await cli([...signIn, '--trace', trace, '--recipe', recorded])
    expect(status).toBe(0)
    const text = readFileSync(recorded, 'utf8')
    // The trace is redacted: the username is a variable.
    expect(text).toContain('username: $USERNAME')
    expect((await cli(['recipe', 'record', trace])).out).toBe(text)
    const again = await cli(['recipe', 'run', recorded], { USERNAME: user })
    expect(again.out).toContain('✓')
    expect(again.status).toBe(0)
  },
  60_000,
)

it('records a refusal with its cause', async () => {
  const recorded = file('refused.recipe.yaml')
  const signIn = ['sign-in', '--practice', '--username', 'alice', '--inject-fault', 'wrong-proof']
  expect((await cli([...signIn, '--recipe', recorded])).status).toBe(4)
  expect(readFileSync(recorded, 'utf8')).toMatch(
    /outcome: refused\n.*PASSWORD_VERIFIER\n.*NotAuthorizedException\n\s+diagnosis:\n\s+- AS1307/s,
  )
  const again = await cli(['recipe', 'run', recorded], { USERNAME: 'alice' })
  expect(again).toMatchObject({ errors: '', status: 0 })
}, 60_000)

it('runs a recipe in UTF-16, as PowerShell writes it', async () => {
  const text = `recipe: 1\nname: In UTF-16\ntarget: { practice: true }\nsignIn: { username: alice }\n`
  writeFileSync(file('utf-16.yaml'), Buffer.from(`\ufeff${text}`, 'utf16le'))
  const { out, status } = await cli(['recipe', 'run', file('utf-16.yaml')])
  expect(out).toContain('✓ In UTF-16')
  expect(status).toBe(0)
})

it('says why a recipe file cannot be read, in the report with the members that CI needs', async () => {
  const junit = file('unread.xml')
  const { out, status } = await cli(['recipe', 'run', file('absent.yaml'), '--junit', junit])
  expect(out).toContain('absent.yaml: There is no such file.')
  expect(status).toBe(1)
  expect(readFileSync(junit, 'utf8')).toMatch(
    /<testcase name="[^"]*absent\.yaml" classname="[^"]*absent\.yaml" time="0"><error /,
  )
})

it('names every variable that is missing', async () => {
  const path = write(
    'variables.recipe.yaml',
    'recipe: 1\nname: Variables\ntarget: { clientId: $CLIENT, region: us-east-1 }\nsignIn: { username: ada, password: $SECRET }\n',
  )
  const { out, status } = await cli(['recipe', 'run', path], { SECRET: '' })
  expect(out).toContain('the environment variables SECRET, CLIENT, which are unset or empty.')
  expect(status).toBe(1)
})
