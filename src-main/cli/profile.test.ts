import { expect, it } from 'vitest'
import { documentInMemory } from '#main/settings/document-in-memory.ts'
import { emptyProfileFile } from '#main/profiles/profile-file.ts'
import { createProfiles } from '#main/profiles/profiles.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { emptyVaultRecord, openVault } from '#main/vault/vault.ts'
import { runCommandLine } from './run-command-line.ts'

const samples = new URL('../../src-engine/configuration-sources/samples/', import.meta.url).pathname

/** A command line of the application, with a keyring that nobody has asked about unless said. */
async function run(args: readonly string[], { backend = 'keychain', input = '' } = {}) {
  let [text, errors, next] = ['', '', 0]
  const document = documentInMemory(emptyProfileFile)
  const vault = openVault({
    box: () => secretBoxInMemory(backend, 'key'),
    document: documentInMemory(emptyVaultRecord),
    randomHex: () => '00',
  })
  const profiles = createProfiles({
    document,
    vault,
    practice: () => [],
    newId: () => `profile${String(next++)}`,
  })
  const status = await runCommandLine(args, {
    version: '0.0.0',
    environment: {},
    write: (more) => (text += more),
    error: (more) => (errors += more),
    readInput: () => Promise.resolve(input),
    colours: false,
    interrupted: new AbortController().signal,
    openProfiles: async () => ({ profiles, maySealSecrets: await vault.mayStore() }),
  })
  return { errors, status, text, file: document.value() }
}

it('adds the profile of a configuration file, and says where each value comes from', async () => {
  const { file, status, text } = await run(['profile', 'add', `${samples}amplify_outputs.json`])
  expect(status).toBe(0)
  expect(text).toMatch(/User pool ID\s+eu-central-1_Shop12345\s+auth\.user_pool_id/)
  expect(text).toMatch(/App client ID\s+1shopweb23456789abcdefghij\s+auth\.user_pool_client_id/)
  expect(text).toContain('Added “eu-central-1_Shop12345”.')
  expect(file.profiles).toMatchObject([
    {
      region: 'eu-central-1',
      userPoolId: 'eu-central-1_Shop12345',
      clientId: '1shopweb23456789abcdefghij',
      flow: 'USER_SRP_AUTH',
    },
  ])
})

it('stores a client secret encrypted, and never prints it', async () => {
  const args = ['profile', 'add', `${samples}next.env`, '--json', '--name', 'Next']
  const { errors, file, status, text } = await run(args)
  expect(status).toBe(0)
  expect(JSON.parse(text)).toMatchObject({
    source: '.env file',
    connections: [{ clientSecret: { place: 'line 4' }, missing: [] }],
    added: [{ name: 'Next', hasClientSecret: true }],
  })
  expect(file.profiles[0]?.clientSecret).toMatchObject({ backend: 'keychain' })
  expect(text + errors + JSON.stringify(file)).not.toContain('sample-client-secret')
})

it('says that a secret is not stored without consent', async () => {
  const { errors, file } = await run(['profile', 'add', `${samples}next.env`], {
    backend: 'basic_text',
  })
  expect(errors).toContain('The client secret is not stored')
  expect(file.profiles).toHaveLength(1)
  expect(file.profiles[0]?.clientSecret).toBeUndefined()
})

it('asks which app client to use if there are several', async () => {
  const path = `${samples}vite.env`
  const { errors, file, status } = await run(['profile', 'add', path])
  expect(status).toBe(2)
  expect(errors).toContain('Admin (6viteadmin9abcdefghijklmno), Shop (7viteshop89abcdefghijklmno)')
  expect(file.profiles).toEqual([])
  const one = await run(['profile', 'add', path, '--client', 'shop'])
  expect(one.file.profiles.map(({ name }) => name)).toEqual(['Shop'])
  const all = await run(['profile', 'add', path, '--all'])
  expect(all.file.profiles.map(({ name }) => name)).toEqual(['Admin', 'Shop'])
})

it('reads standard input, and stores nothing in a dry run', async () => {
  const args = ['profile', 'add', '-', '--dry-run', '--json']
  const { file, status, text } = await run(args, {
    input: 'eu-central-1_AbCdEf123 1example23456789abcdefghij',
  })
  expect(status).toBe(0)
  expect(JSON.parse(text)).toMatchObject({ connections: [{ missing: [] }], added: [] })
  expect(file.profiles).toEqual([])
})

it('adds nothing when a value is missing, and names it', async () => {
  const { errors, file, status, text } = await run(['profile', 'add', '-'], {
    input: 'eu-central-1_AbCdEf123',
  })
  expect(status).toBe(1)
  expect(text).toMatch(/App client ID\s+missing/)
  expect(errors).toContain('Nothing was added')
  expect(file.profiles).toEqual([])
})

it.each([
  ['hello', 'Paste a user pool ID'],
  ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln', 'This is a token'],
  ['{"log":{"version":"1.2","entries":[]}}', 'This is a recording (HAR)'],
])('says what “%s” is instead', async (input, message) => {
  const { errors, status } = await run(['profile', 'add', '-'], { input })
  expect(status).toBe(1)
  expect(errors).toContain(message)
})

it('says that there is no such file', async () => {
  const { errors, status } = await run(['profile', 'add', '/nowhere/amplify_outputs.json'])
  expect(status).toBe(1)
  expect(errors).toContain('amplify_outputs.json: There is no such file.')
})

it('in plain Node says what stores profiles', async () => {
  let errors = ''
  const status = await runCommandLine(['profile', 'add', '-'], {
    version: '0.0.0',
    environment: {},
    write: () => undefined,
    error: (more) => (errors += more),
    readInput: () => Promise.resolve('eu-central-1_AbCdEf123 1example23456789abcdefghij'),
    colours: false,
    interrupted: new AbortController().signal,
  })
  expect(status).toBe(2)
  expect(errors).toContain('Only the application can store profiles')
})
