import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '..')

const components = ['design', 'features'].flatMap((folder) =>
  readdirSync(join(renderer, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.vue'))
    .map((path) => join(folder, path).replaceAll('\\', '/')),
)

it('every component has a browser test', () => {
  const withoutTest = components.filter(
    (path) => !existsSync(join(renderer, path.replace(/\.vue$/, '.browser.test.ts'))),
  )
  expect(withoutTest).toEqual([])
})
