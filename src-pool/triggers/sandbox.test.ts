import { beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type SandboxOutcome } from './sandbox.ts'

const sandbox = createSandbox()
beforeEach(() => sandbox.load())

const handler = (body: string, style = 'async (event)') =>
  `exports.handler = ${style} => { ${body} }`
const outcome = (source: string): SandboxOutcome => sandbox.run(source, { n: 1 }).outcome

it('gives a function one second', () => {
  expect(outcome(handler('while (true);'))).toEqual({
    kind: 'broke',
    message: 'Task timed out after 1.00 seconds',
  })
})

describe('a function in the sandbox', () => {
  it.each([
    ['async', handler('event.n += 1; return event')],
    ['plain', handler('event.n += 1; return event', '(event)')],
    ['with a callback', handler('done(null, { n: event.n + 1 })', '(event, context, done)')],
    [
      'with promises within',
      handler('await null; event.n += await Promise.resolve(1); return event'),
    ],
    [
      'through module.exports',
      'module.exports = { handler: async (event) => ({ n: event.n + 1 }) }',
    ],
  ])('answers when it is written %s', (_style, source) => {
    expect(outcome(source)).toEqual({ kind: 'returned', value: { n: 2 } })
  })

  it.each([
    ['an error', handler("throw new Error('no way')"), 'no way'],
    ['a text', handler("throw 'no way'"), 'no way'],
    ['a rejection', handler("return Promise.reject(new TypeError('no way'))", '()'), 'no way'],
    ['a callback', handler("done(new Error('no way'))", '(event, context, done)'), 'no way'],
    ['a recursion', handler('(function again() { again() })()'), 'stack overflow'],
  ])('reports what it threw by %s', (_how, source, message) => {
    expect(outcome(source)).toEqual({ kind: 'threw', message })
  })

  it.each([
    ['no handler', 'exports.other = 1', /handler is undefined or not exported/],
    ['no JavaScript', 'exports.handler = =', /SyntaxError/],
    ['an answer that never comes', handler('await new Promise(() => {})'), /never answered/],
    ['too much memory at once', handler('new Uint8Array(17e6)'), /out of memory/],
    [
      'too much memory in parts',
      handler('const all = []; for (;;) all.push(new Uint8Array(1e6))'),
      /out of memory/,
    ],
    ['many small objects', handler('const all = []; for (;;) all.push({ a: 1 })'), /out of memory/],
    [
      'a chain of promises without end',
      handler('const next = () => Promise.resolve().then(next); await next()'),
      /out of memory|timed out/,
    ],
    ['promises without end', handler('await (async function f() { await f() })()'), /./],
    ['a text without end', handler("let text = 'x'; for (;;) text += text"), /./],
  ])('is ended over %s, and the next run is as good as new', async (_what, source, message) => {
    const ended = outcome(source)
    expect(ended).toMatchObject({ message: expect.stringMatching(message) as string })
    await sandbox.load()
    expect(outcome(handler('return event'))).toEqual({ kind: 'returned', value: { n: 1 } })
  })

  it.each([
    ['a loop', handler('while (true);')],
    ['a loop in its script', 'while (true);'],
    ['a regular expression', handler("/^(a+)+$/.test('a'.repeat(60) + 'b')")],
    [
      'builtins over megabytes in a loop that catches everything',
      handler("for (;;) try { 'x'.repeat(1e6).split('').join('') } catch {}"),
    ],
    ['a loop that catches everything', handler('for (;;) try { for (;;); } catch {}')],
  ])('is ended over %s without end, and the next run is as good as new', async (_what, source) => {
    // What never ends takes all the time that it is given: half a second is as good as one.
    const impatient = createSandbox(500)
    await impatient.load()
    const message = 'Task timed out after 0.50 seconds'
    expect(impatient.run(source, {}).outcome).toEqual({ kind: 'broke', message })
    await impatient.load()
    const next = impatient.run(handler('return event'), { n: 1 })
    expect(next.outcome).toEqual({ kind: 'returned', value: { n: 1 } })
  })

  it('finds nothing of the process around it', () => {
    const names = [
      'require',
      'process',
      'fetch',
      'setTimeout',
      'setInterval',
      'queueMicrotask',
      'print',
      'Buffer',
      'WebAssembly',
      'XMLHttpRequest',
      'global',
      'window',
      'os',
      'std',
      'Worker',
    ]
    const found = names.map((name) => `typeof ${name}`).join(', ')
    expect(outcome(handler(`return [${found}]`))).toEqual({
      kind: 'returned',
      value: names.map(() => 'undefined'),
    })
    expect(outcome(handler("return await import('node:fs')")).kind).toBe('threw')
    // The way out of many a sandbox: a constructor of the world outside.
    const out = "console.log.constructor('return typeof process')()"
    expect(outcome(handler(`return ${out}`))).toEqual({ kind: 'returned', value: 'undefined' })
  })

  it('remembers nothing of an earlier run', () => {
    outcome('globalThis.count = 1; Array.prototype.map = 0; exports.handler = (event) => event')
    expect(outcome(handler('return [typeof count, [1].map((n) => n + 1)]'))).toEqual({
      kind: 'returned',
      value: ['undefined', [2]],
    })
  })

  it('has a console whose lines are kept in order, as strings, up to a limit', () => {
    const run = sandbox.run(
      handler(
        "console.log('a', { b: [1] }, undefined); console.error(new Error('c')); return event",
      ),
      {},
    )
    expect(run.console).toEqual(['a {"b":[1]} undefined', 'Error: c'])
    const many = sandbox.run(
      handler("for (let i = 0; i < 999; i++) console.log('x'.repeat(9999))"),
      {},
    )
    expect(many.console).toHaveLength(200)
    expect(many.console[0]).toHaveLength(4000)
  })
})

it.each([
  ['thrown in the handler', 'exports.handler = async () => {\n  throw new Error("no way")\n}', 2],
  ['at the top', '\n\nmissing()', 3],
  ['without a line', 'exports.handler = async () => { throw "no way" }', undefined],
])('names the line of an error that is %s', (_where, source, line) => {
  expect(sandbox.run(source, {}).line).toBe(line)
})
