import { expect, test } from 'vitest'
import { boundCommands, keyConflict, ownAccelerator, withKeys } from './bound-commands.ts'

const keysOf = (keys: Readonly<Record<string, string>>, id: string) =>
  boundCommands(keys, false).find((command) => command.id === id)

test('a command has the keys that the person gave it, and its other keys are off', () => {
  expect(keysOf({ 'keys.open': 'F9' }, 'keys.open')).toMatchObject({ accelerator: 'F9' })
  expect(keysOf({ 'keys.open': 'F9' }, 'keys.open')?.alias).toBeUndefined()
  expect(keysOf({ 'keys.open': '' }, 'keys.open')?.accelerator).toBe('')
  expect(keysOf({ 'no.such': 'F9', toString: 'F8' }, 'keys.open')?.accelerator).toBe('F1')
})

test('other keys of a command are off once another command has them, and its first ones stay', () => {
  const given = { 'palette.open': 'CmdOrCtrl+Shift+/' }
  expect(keysOf(given, 'keys.open')).toMatchObject({ accelerator: 'F1', alias: undefined })
  expect(keysOf({}, 'keys.open')).toMatchObject({ alias: 'CmdOrCtrl+Shift+/' })
})

test('keys of another command, or of text editing, are a conflict that is named', () => {
  const bound = boundCommands({ 'palette.open': 'F9' }, false)
  expect(keyConflict('F9', 'keys.open', bound, false)).toMatchObject({
    kind: 'command',
    command: { title: 'Search commands…' },
  })
  expect(keyConflict('CmdOrCtrl+Shift+/', 'palette.open', bound, false)).toMatchObject({
    kind: 'command',
  })
  expect(keyConflict('CmdOrCtrl+C', 'keys.open', bound, false)).toEqual({
    kind: 'taken',
    use: 'copy',
  })
  expect(keyConflict('CmdOrCtrl+K', 'keys.open', bound, false)).toBeUndefined()
  expect(keyConflict('F9', 'palette.open', bound, false)).toBeUndefined()
})

test('the setting keeps only what differs from the command’s own keys', () => {
  const changed = withKeys({}, 'keys.open', 'F9', false)
  expect(changed).toEqual({ 'keys.open': 'F9' })
  expect(withKeys(changed, 'keys.open', 'F1', false)).toEqual({})
  expect(ownAccelerator('keys.open', false)).toBe('F1')
  expect(withKeys(changed, 'palette.open', '', false)).toEqual({
    'keys.open': 'F9',
    'palette.open': '',
  })
})

test('on macOS a command has the keys that are the custom there, and those of other systems too', () => {
  const onMac = boundCommands({}, true)
  const next = onMac.find(({ id }) => id === 'pane.next')
  expect(next).toMatchObject({ accelerator: 'CmdOrCtrl+Alt+Right', alias: 'F6' })
  expect(onMac.find(({ id }) => id === 'palette.open')?.accelerator).toBe('CmdOrCtrl+K')
  expect(withKeys({}, 'keys.open', 'CmdOrCtrl+Shift+/', true)).toEqual({})
  expect(withKeys({}, 'keys.open', 'F1', true)).toEqual({ 'keys.open': 'F1' })
})

test('no two commands have the same keys, and none has those of the system', () => {
  for (const mac of [false, true]) {
    const bound = boundCommands({}, mac)
    for (const { accelerator, alias, id } of bound)
      for (const keys of [accelerator, alias])
        if (keys)
          expect([id, keys, keyConflict(keys, id, bound, mac)]).toEqual([id, keys, undefined])
  }
})

test('the keys of the system that Authscope runs on are taken, not those of another', () => {
  const takenOn = (mac: boolean, keys: string) =>
    keyConflict(keys, 'keys.open', boundCommands({}, mac), mac)?.kind
  expect([takenOn(true, 'CmdOrCtrl+H'), takenOn(false, 'CmdOrCtrl+H')]).toEqual([
    'taken',
    undefined,
  ])
  expect([takenOn(true, 'CmdOrCtrl+Y'), takenOn(false, 'CmdOrCtrl+Y')]).toEqual([
    undefined,
    'taken',
  ])
})
