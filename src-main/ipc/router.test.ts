import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { route } from '#contract/define.ts'
import { BridgeError } from '#contract/failure.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { createRouter } from './router.ts'

const canary = 'hunter2-canary'
const routes = {
  'word.repeat': route({ input: z.object({ word: z.string() }), output: z.string() }),
  'secret.length': route({
    input: z.object({ secret: z.string().transform((text) => Secret.of('text', text)) }),
    output: z.number(),
  }),
} as const

function router(override: Partial<Parameters<typeof createRouter<typeof routes>>[1]> = {}) {
  const lines: string[] = []
  const dispatch = createRouter(
    routes,
    {
      'word.repeat': ({ word }) => word + word,
      'secret.length': ({ secret }) => reveal(secret).length,
      ...override,
    },
    (line) => lines.push(line),
  )
  return { dispatch, lines }
}

describe('a call', () => {
  it('reaches its handler, with secrets wrapped on entry', async () => {
    const { dispatch } = router()
    expect(await dispatch('word.repeat', { word: 'ab' })).toEqual({ ok: true, value: 'abab' })
    expect(await dispatch('secret.length', { secret: canary })).toEqual({
      ok: true,
      value: canary.length,
    })
  })

  it.each(['constructor', '__proto__', 'toString', 'word.forget', 7, null])(
    'that names %s is unknown, whatever the prototype has',
    async (name) => {
      expect(await router().dispatch(name, {})).toMatchObject({
        ok: false,
        failure: { code: 'route-unknown' },
      })
    },
  )

  it('with invalid input is refused without repeating it', async () => {
    const { dispatch, lines } = router()
    const result = await dispatch('secret.length', { secret: [canary] })
    expect(result).toMatchObject({
      failure: { code: 'input-invalid', detail: [{ path: ['secret'], code: 'invalid_type' }] },
    })
    expect(JSON.stringify(result) + lines.join()).not.toContain(canary)
  })
})

describe('a handler', () => {
  it('that refuses returns code, message and evidence', async () => {
    const { dispatch } = router({
      'word.repeat': () => {
        throw new BridgeError('word-rude', 'Not that word.', { length: 3 })
      },
    })
    expect(await dispatch('word.repeat', { word: 'x' })).toEqual({
      ok: false,
      failure: { code: 'word-rude', message: 'Not that word.', detail: { length: 3 } },
    })
  })

  it('that cannot write a file says which one and why, and is no bug', async () => {
    const { dispatch, lines } = router({
      'word.repeat': () => {
        throw Object.assign(new Error(canary), { code: 'EACCES', path: '/disk/h.age.7-0a.part' })
      },
    })
    expect(await dispatch('word.repeat', { word: 'x' })).toEqual({
      ok: false,
      failure: {
        code: 'file-error',
        message: '/disk/h.age: You do not have permission to write there.',
      },
    })
    expect(lines).toEqual([])
  })

  it('that refuses with a foreign text shows what would turn or steer it', async () => {
    const { dispatch } = router({
      'word.repeat': () => {
        throw new BridgeError('word-rude', 'It said \u202eon\u001b[2J.', { word: '\u2066' })
      },
    })
    expect(await dispatch('word.repeat', { word: 'x' })).toMatchObject({
      failure: { message: 'It said \\u202eon\\u001b[2J.', detail: { word: '\\u2066' } },
    })
  })

  it('that throws shows and logs only the place, and no value', async () => {
    const { dispatch, lines } = router({
      'secret.length': () => {
        throw new TypeError(`cannot read ${canary}\nof ${canary}`)
      },
    })
    const result = await dispatch('secret.length', { secret: canary })
    expect(result).toMatchObject({ ok: false, failure: { code: 'internal' } })
    expect(lines.join()).toMatch(/^secret\.length failed: TypeError at /)
    expect(JSON.stringify(result) + lines.join()).not.toContain(canary)
  })

  it('that returns invalid output does not deliver it', async () => {
    const { dispatch, lines } = router({ 'word.repeat': () => ({ canary }) as never })
    const result = await dispatch('word.repeat', { word: 'x' })
    expect(result).toMatchObject({ ok: false, failure: { code: 'internal' } })
    expect(JSON.stringify(result) + lines.join()).not.toContain(canary)
  })
})

describe('the compiler', () => {
  const log = () => undefined
  it('rejects a contract with a call without a handler, or a handler without a call', () => {
    const repeat = ({ word }: { word: string }) => word
    const length = () => 0
    // @ts-expect-error: secret.length has no handler
    createRouter(routes, { 'word.repeat': repeat }, log)
    createRouter(
      routes,
      {
        'word.repeat': repeat,
        'secret.length': length,
        // @ts-expect-error: the contract has no such call
        'word.forget': length,
      },
      log,
    )
    expect.assertions(0)
  })

  it('rejects an output that contains a secret, however deep', () => {
    const carrier = z.object({ list: z.array(z.object({ inner: z.custom<Secret>() })) })
    // @ts-expect-error: this output carries a Secret
    route({ input: z.void(), output: carrier })
    expect.assertions(0)
  })
})
