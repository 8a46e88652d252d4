import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { untested } from './untested.ts'

const renderer = join(import.meta.dirname, '..')

const components = ['design', 'features'].flatMap((folder) =>
  readdirSync(join(renderer, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.vue'))
    .map((path) => join(folder, path).replaceAll('\\', '/')),
)

const withoutTest = components.filter(
  (path) => !existsSync(join(renderer, path.replace(/\.vue$/, '.browser.test.ts'))),
)

it('every component has a browser test, or is listed as untested', () => {
  expect(withoutTest.filter((path) => !untested.includes(path))).toEqual([])
})

it('the list of untested components names only untested components', () => {
  expect(untested.filter((path) => !withoutTest.includes(path))).toEqual([])
})
