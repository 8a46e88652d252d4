import { expect, test } from 'vitest'
import { boundCommands, keyConflict, withKeys } from './bound-commands.ts'

const keysOf = (keys: Readonly<Record<string, string>>, id: string) =>
  boundCommands(keys).find((command) => command.id === id)

test('a command has the keys that the person gave it, and its other keys are off', () => {
  expect(keysOf({ 'keys.open': 'F9' }, 'keys.open')).toMatchObject({ accelerator: 'F9' })
  expect(keysOf({ 'keys.open': 'F9' }, 'keys.open')?.alias).toBeUndefined()
  expect(keysOf({ 'keys.open': '' }, 'keys.open')?.accelerator).toBe('')
  expect(keysOf({ 'no.such': 'F9', toString: 'F8' }, 'keys.open')?.accelerator).toBe('F1')
})

test('keys of another command, or of text editing, are a conflict that is named', () => {
  const bound = boundCommands({ 'palette.open': 'F9' })
  expect(keyConflict('F9', 'keys.open', bound)).toMatchObject({
    kind: 'command',
    command: { title: 'Search commands…' },
  })
  expect(keyConflict('CmdOrCtrl+Shift+/', 'palette.open', bound)).toMatchObject({ kind: 'command' })
  expect(keyConflict('CmdOrCtrl+C', 'keys.open', bound)).toEqual({ kind: 'taken', use: 'copy' })
  expect(keyConflict('CmdOrCtrl+K', 'keys.open', bound)).toBeUndefined()
  expect(keyConflict('F9', 'palette.open', bound)).toBeUndefined()
})

test('the setting keeps only what differs from the command’s own keys', () => {
  const changed = withKeys({}, 'keys.open', 'F9')
  expect(changed).toEqual({ 'keys.open': 'F9' })
  expect(withKeys(changed, 'keys.open', 'F1')).toEqual({})
  expect(withKeys(changed, 'keys.open', undefined)).toEqual({})
  expect(withKeys(changed, 'palette.open', '')).toEqual({ 'keys.open': 'F9', 'palette.open': '' })
})
