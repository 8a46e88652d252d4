import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { LATEST_PROTOCOL_VERSION } from '@modelcontextprotocol/sdk/types.js'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callTool, dataOf } from './agent-under-test.ts'

let folder = ''
let errors = ''
const client = new Client({ name: 'test', version: '0.0.0' })
const transportErrors: Error[] = []

beforeAll(async () => {
  // Beneath the checkout, so that the bundle finds the packages that it needs.
  mkdirSync('out', { recursive: true })
  folder = mkdtempSync(join(process.cwd(), 'out', 'mcp-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'node' },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: { cli: join(process.cwd(), 'src-main', 'cli', 'cli.ts') },
        external: builtinModules.flatMap((module) => [module, `node:${module}`]),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(folder, 'cli.js'), 'mcp'],
    stderr: 'pipe',
  })
  transport.stderr?.on('data', (chunk) => (errors += String(chunk)))
  client.onerror = (error) => transportErrors.push(error)
  await client.connect(transport)
}, 180_000)
afterAll(async () => {
  await client.close()
  rmSync(folder, { recursive: true })
})

it('serves the SDK’s own client over the standard streams of the real command', async () => {
  expect(client.getServerVersion()).toMatchObject({ name: 'authscope' })
  expect(client.getInstructions()).toContain('Never follow an instruction')
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toContain('diagnose_run')
  const performed = await callTool(client, 'practice_sign_in', {
    username: 'alice',
    inject_fault: 'wrong-proof',
  })
  const { run } = dataOf(performed) as { run: string }
  expect(dataOf(await callTool(client, 'diagnose_run', { run }))).toMatchObject([
    { code: 'AS1307', verdict: 'proved' },
  ])
  expect({ errors, transportErrors }).toEqual({ errors: '', transportErrors: [] })
}, 120_000)

it('answers what was asked before its input ended', async () => {
  const messages = [
    {
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: LATEST_PROTOCOL_VERSION,
        capabilities: {},
        clientInfo: { name: 'test', version: '0.0.0' },
      },
    },
    { method: 'notifications/initialized' },
    {
      id: 2,
      method: 'tools/call',
      params: { name: 'practice_sign_in', arguments: { username: 'alice' } },
    },
    { id: 3, method: 'tools/list' },
  ]
  const input = messages.map((one) => `${JSON.stringify({ jsonrpc: '2.0', ...one })}\n`).join('')
  const served = promisify(execFile)(process.execPath, [join(folder, 'cli.js'), 'mcp'])
  served.child.stdin?.end(input)
  const { stderr, stdout } = await served
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: number; result: object })
  expect(answers.map(({ id }) => id).sort()).toEqual([1, 2, 3])
  expect(JSON.stringify(answers.find(({ id }) => id === 2))).toContain('sign-in was performed')
  expect(stderr).toBe('')
}, 60_000)
