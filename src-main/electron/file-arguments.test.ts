import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { fileArguments } from './file-arguments.ts'

const folder = resolve('/home/ada')
const har = resolve(folder, 'a sign-in.har')

it.each([
  ['a path of the file manager', [har], [har]],
  ['a name in the working directory', ['a sign-in.har'], [har]],
  ['a URL of a Linux desktop', [pathToFileURL(har).href], [har]],
  ['several files', ['a sign-in.har', resolve('/tmp/b.json')], [har, resolve('/tmp/b.json')]],
  ['switches, whose values are no files', ['--region', 'eu-west-1'], []],
  ['a file before switches', ['a sign-in.har', '--region', 'eu-west-1'], [har]],
  ['nothing', [], []],
])('names the files of %s', (_what, words, files) => {
  expect(fileArguments(words, folder)).toEqual(files)
})
