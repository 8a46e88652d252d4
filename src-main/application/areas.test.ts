import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#contract/contract.ts'
import { areas, type HandlerDependencies } from './areas.ts'
import { startUnderTest } from './application-under-test.ts'

/** Handlers are made of it, and none is called. */
const from = {
  signIns: () => Promise.resolve({ startSignIn: () => undefined }),
  watching: () => Promise.resolve({}),
} as unknown as HandlerDependencies

test('every call of the contract is in the area that its name begins with, with a handler', async () => {
  for (const [name, route] of Object.entries(contract)) {
    const word = name.split('.')[0] ?? ''
    expect(Object.hasOwn(areas, word), name).toBe(true)
    const { handlers, routes } = await areas[word as keyof typeof areas](from)
    expect(Object.entries(routes), name).toContainEqual([name, route])
    expect(Object.entries(handlers), name).toContainEqual([name, expect.any(Function)])
  }
})

test('no area has a call that the contract has not', async () => {
  for (const [word, load] of Object.entries(areas)) {
    const { routes } = await load(from)
    expect(Object.keys(contract), word).toEqual(expect.arrayContaining(Object.keys(routes)))
  }
})

test.each(['constructor', '__proto__', 'toString.call', 'nothing.such', 'app', '', 7, null])(
  'a call that names %s is unknown',
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'authscope-areas-'))
    const { application } = startUnderTest(folder)
    try {
      expect(await application.dispatch(name, {})).toMatchObject({
        ok: false,
        failure: { code: 'route-unknown' },
      })
    } finally {
      await application.close()
      rmSync(folder, { recursive: true })
    }
  },
)
