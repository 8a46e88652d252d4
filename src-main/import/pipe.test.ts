// `open <(unzip -p …)` and `profile add <(terraform output -json)`: a pipe is read once, in order.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { cli } from '#main/cli/command-line-under-test.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-pipe-'))
const capture = join(import.meta.dirname, 'captures', 'mitmproxy-har_dump.har')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function pipeOf(name: string, file: string): string {
  const pipe = join(folder, name)
  execFileSync('sh', ['-c', `mkfifo '${pipe}'`])
  spawn('sh', ['-c', `cat '${file}' > '${pipe}'`], { stdio: 'ignore' })
  return pipe
}

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  it('is opened like the file that is written into it', async () => {
    const ofFile = await cli(`open ${capture}`)
    const ofPipe = await cli(`open ${pipeOf('har', capture)}`)
    expect(ofPipe.out).toBe(ofFile.out)
    expect(ofPipe.status).toBe(0)
  })

  it('has its configuration recognised', async () => {
    const file = join(folder, 'outputs.json')
    writeFileSync(
      file,
      '{"pool":{"sensitive":false,"value":"eu-central-1_AbCdEf123"},"client":{"sensitive":false,"value":"1example23456789abcdefghij"}}',
    )
    const { out, status } = await cli(`profile add ${pipeOf('outputs', file)} --dry-run`)
    expect(out).toContain('Terraform outputs')
    expect(status).toBe(0)
  })
})
