import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cli } from '../command-line-under-test.ts'
import { commands } from '../commands/commands.ts'
import { optionsOf, verbsOf } from './shell-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-shell-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function scriptFor(shell: string): Promise<string> {
  const { out, status } = await cli(`completion ${shell}`)
  expect(status).toBe(0)
  const path = join(folder, shell)
  writeFileSync(path, out)
  return path
}

const run = (program: string, ...args: string[]) =>
  spawnSync(program, args, { encoding: 'utf8', cwd: folder })

const isInstalled = (program: string) => run(program, '--version').error === undefined

test.each(['bash', 'zsh', 'fish'])(
  '%s is offered every command and every option',
  async (shell) => {
    const { out } = await cli(`completion ${shell}`)
    for (const command of commands) {
      expect(out).toContain(command.name)
      for (const [name] of optionsOf(command))
        expect(out, command.name).toContain(shell === 'fish' ? `-l ${name}` : `--${name}`)
    }
  },
)

test('verbs are what the usage of a command begins with', () => {
  const verbs = commands.filter((command) => verbsOf(command).length > 0)
  expect(verbs.map(({ name }) => name)).toEqual(['profile', 'trace', 'recipe'])
})

describe.runIf(isInstalled('bash'))('in bash', () => {
  test.each([
    [['tra'], ['trace']],
    [['trace', 'sh'], ['show']],
    [['watch', '--pra'], ['--practice']],
    [['trace', 'show', 'sh'], []],
  ])('%j is completed to %j', async (words, expected) => {
    const script = [
      `source ${await scriptFor('bash')}`,
      `COMP_WORDS=(authscope ${words.join(' ')})`,
      `COMP_CWORD=${String(words.length)}`,
      '_authscope',
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('\n')
    const { stderr, stdout } = run('bash', '-c', script)
    expect(stderr).toBe('')
    expect(stdout.split('\n').filter(Boolean)).toEqual(expected)
  })
})

test.runIf(isInstalled('zsh'))('zsh reads its script without an error', async () => {
  const { status, stderr } = run('zsh', '-n', await scriptFor('zsh'))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test.runIf(isInstalled('fish'))('in fish an option is completed with its help', async () => {
  const line = 'authscope watch --pr'
  const { stdout } = run('fish', '-c', `source ${await scriptFor('fish')}; complete -C '${line}'`)
  expect(stdout).toMatch(/^--practice\t.+$/m)
})

test('an unknown shell is refused with those that are known', async () => {
  const { errors, status } = await cli('completion csh')
  expect(status).toBe(2)
  expect(errors).toContain('bash|zsh|fish')
})

test('the manual page has a section for every command and a paragraph for every option', async () => {
  const { out, status } = await cli('manual')
  expect(status).toBe(0)
  for (const command of commands) {
    expect(out).toContain(`.SS ${command.name.replaceAll('-', String.raw`\-`)}\n`)
    for (const [name] of optionsOf(command))
      expect(out).toContain(String.raw`.B \-\-${name.replaceAll('-', String.raw`\-`)}`)
  }
})

test.runIf(isInstalled('man'))('man formats the manual page without a warning', async () => {
  const path = join(folder, 'authscope.1')
  writeFileSync(path, (await cli('manual')).out)
  const { stderr, stdout } = run('man', '--warnings', '-E', 'UTF-8', '-l', path)
  expect(stderr).toBe('')
  expect(stdout).toContain('EXIT STATUS')
})
