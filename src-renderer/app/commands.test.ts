import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands, viewAfter } from './commands.ts'

const ids: ReadonlySet<string> = new Set(commands.map(({ id }) => id))

test('every command has keys of its own', () => {
  const accelerators = commands.map(({ accelerator }) => accelerator)
  expect(accelerators.filter((one, at) => accelerators.indexOf(one) !== at)).toEqual([])
})

test('every view can be reached by a command, and only views can', () => {
  expect(viewAfter('view.history')).toBe('history')
  expect(viewAfter('sign-in.run')).toBeUndefined()
})

test('every command that a component names exists', () => {
  const room = join(import.meta.dirname, '..')
  const named = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.vue'))
    .flatMap((path) => {
      const text = readFileSync(join(room, path), 'utf8')
      return [...text.matchAll(/(?:[^:]\bcommand(?:="|: ')|'command', ')([a-z-]+\.[a-z0-9-]+)/g)]
    })
    .map(([, id]) => id ?? '')
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((id) => !ids.has(id))).toEqual([])
})
