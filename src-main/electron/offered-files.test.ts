import { expect, it } from 'vitest'
import { filesOf, offeredFiles } from './offered-files.ts'

it('keeps files until the window takes them, each once and in order', () => {
  const files = offeredFiles()
  files.offer(['a.har'])
  let told = 0
  files.listen(() => (told += 1))
  files.offer(['b.json', 'c.har'])
  files.offer([])
  expect(told).toBe(1)
  expect([files.take(), files.take(), files.take(), files.take()]).toEqual([
    'a.har',
    'b.json',
    'c.har',
    undefined,
  ])
})

it('only what the desktop gave or a person dropped is offered', () => {
  const files = offeredFiles()
  files.offer(['a.har'])
  files.dropped('b.har')
  files.take()
  expect(['a.har', 'b.har', 'c.har', ''].filter(files.isOffered)).toEqual(['a.har', 'b.har'])
  expect(files.take()).toBeUndefined()
})

it('reads the files of another instance whatever it sent', () => {
  expect(filesOf({ files: ['a.har', 7, null] })).toEqual(['a.har'])
  for (const data of [undefined, null, 'a.har', {}, { files: 'a.har' }])
    expect(filesOf(data)).toEqual([])
})
