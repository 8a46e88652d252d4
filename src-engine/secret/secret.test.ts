import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { reveal, Secret } from './secret.ts'

it('does not show its value when printed, copied or cloned', () => {
  const secret = Secret.of('password', 'hunter2-canary')
  const shown = [
    inspect(secret, { showHidden: true, depth: 9 }),
    inspect(Object.assign({}, secret)),
    inspect(new Error('failed', { cause: secret }), { depth: 9 }),
    JSON.stringify({ secret }),
    inspect(structuredClone({ secret })),
    String(secret),
  ]
  for (const text of shown) expect(text).not.toContain('hunter2')
  expect(reveal(secret)).toBe('hunter2-canary')
})

it('rejects an object that only looks like a secret', () => {
  const forged = Object.create(Secret.prototype) as Secret
  expect(() => reveal(forged)).toThrow(TypeError)
})
