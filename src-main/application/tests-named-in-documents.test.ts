import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const checkout = join(import.meta.dirname, '../..')
const read = (document: string) => readFileSync(join(checkout, document), 'utf8')

const testsIn = (text: string) =>
  [...text.matchAll(/`([\w/-]+\.(?:browser\.)?(?:test|spec)\.ts)`/g)].map(([, path = '']) => path)

/** The rows of the tables in a text, without their heads. */
const rowsIn = (text: string) =>
  [...text.matchAll(/^\|.*\|$/gm)].map(([row]) => row).filter((row) => !/^\|[\s:|-]+\|$/.test(row))

test.each(['SECURITY.md', 'docs/privacy.md', 'docs/reliability.md'])(
  'every test that %s names exists',
  (document) => {
    const named = testsIn(read(document))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((path) => !existsSync(join(checkout, path)))).toEqual([])
  },
)

test('every line of the threat model, and every host that is talked to, names a test', () => {
  const [, model = ''] = /## Threat model\n(.*?)\n## /s.exec(read('SECURITY.md')) ?? []
  const [, ...attacks] = rowsIn(model)
  const [, ...hosts] = rowsIn(read('docs/privacy.md'))
  expect(attacks.length).toBeGreaterThan(15)
  expect(hosts.length).toBeGreaterThan(5)
  expect([...attacks, ...hosts].filter((row) => testsIn(row).length === 0)).toEqual([])
})
