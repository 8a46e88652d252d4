import { expect, test } from 'vitest'
import { acceleratorOf, matchesAccelerator, shortcutOf, shownAccelerator } from './accelerator.ts'
import { commands } from './commands.ts'

const keys = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test('a key press is one command at most', () => {
  const press = { ...keys, key: 'Enter', ctrlKey: true }
  const meant = commands.filter(({ accelerator }) => matchesAccelerator(accelerator, press, false))
  expect(meant.map(({ id }) => id)).toEqual(['sign-in.run'])
})

test('typing a letter without the main key is never a command', () => {
  for (const { accelerator, id } of commands.filter(({ id }) => id !== 'keys.open'))
    expect(
      matchesAccelerator(accelerator, { ...keys, key: accelerator.at(-1) ?? '' }, false),
      id,
    ).toBe(false)
})

test('zooming in works on layouts with and without Shift for +', () => {
  const zoom = 'CmdOrCtrl+Plus'
  expect(
    matchesAccelerator(zoom, { ...keys, key: '+', ctrlKey: true, shiftKey: true }, false),
  ).toBe(true)
  expect(matchesAccelerator(zoom, { ...keys, key: '=', ctrlKey: true }, false)).toBe(true)
})

test('macOS has its own modifier key, and shows it', () => {
  expect(matchesAccelerator('CmdOrCtrl+K', { ...keys, key: 'k', metaKey: true }, true)).toBe(true)
  expect(matchesAccelerator('CmdOrCtrl+K', { ...keys, key: 'k', ctrlKey: true }, true)).toBe(false)
  expect(shownAccelerator('CmdOrCtrl+K', true)).toBe('⌘K')
  expect(shownAccelerator('CmdOrCtrl+Enter', false)).toBe('Ctrl ⏎')
  expect(shortcutOf('CmdOrCtrl+Enter', true)).toEqual({ shown: '⌘⏎', aria: 'Meta+Enter' })
})

test('a key press becomes the accelerator that it matches', () => {
  const presses = [
    { ...keys, key: 'j', ctrlKey: true },
    { ...keys, key: '?', ctrlKey: true, shiftKey: true },
    { ...keys, key: '+', ctrlKey: true, shiftKey: true },
    { ...keys, key: 'ArrowUp', altKey: true },
    { ...keys, key: ' ', ctrlKey: true },
    { ...keys, key: 'F9' },
    { ...keys, key: 'F9', shiftKey: true },
    { ...keys, key: 'ö', ctrlKey: true },
    { ...keys, key: 'ß', ctrlKey: true },
  ]
  expect(presses.map((press) => acceleratorOf(press, false))).toEqual([
    'CmdOrCtrl+J',
    'CmdOrCtrl+Shift+/',
    'CmdOrCtrl+Plus',
    'Alt+Up',
    'CmdOrCtrl+Space',
    'F9',
    'Shift+F9',
    'CmdOrCtrl+Ö',
    'CmdOrCtrl+ß',
  ])
  for (const press of presses)
    expect(matchesAccelerator(acceleratorOf(press, false)!, press, false), press.key).toBe(true)
})

test('modifiers alone, and keys that write text, become no accelerator', () => {
  expect(acceleratorOf({ ...keys, key: 'Control', ctrlKey: true }, false)).toBeUndefined()
  expect(acceleratorOf({ ...keys, key: 'Unidentified', ctrlKey: true }, false)).toBeUndefined()
  expect(acceleratorOf({ ...keys, key: 'a' }, false)).toBeUndefined()
  expect(acceleratorOf({ ...keys, key: 'A', shiftKey: true }, false)).toBeUndefined()
})
