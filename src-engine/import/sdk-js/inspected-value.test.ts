import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InspectedError, notInspected, readInspected } from './inspected-value.ts'

describe('what util.inspect prints', () => {
  it('is read back as it was', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    )
    const value = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 12 }).filter((key) => key !== '__proto__'),
      fc.oneof(
        leaf,
        fc.array(leaf, { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b-c', '$d'), leaf),
      ),
      { maxKeys: 5 },
    )
    fc.assert(
      fc.property(value, (one) => {
        const plain = JSON.parse(JSON.stringify(one)) as object
        expect(readInspected(inspect(plain, { depth: 5 }))).toEqual(plain)
      }),
      { numRuns: 200 },
    )
  })

  it('has an error with its name and message, and continues after its stack', () => {
    class CodeMismatchException extends Error {
      override readonly name = 'CodeMismatchException'
      readonly $fault = 'client'
    }
    const error = new CodeMismatchException("It's a } wrong { 'code'")
    expect(readInspected(inspect({ error, after: 1 }))).toEqual({
      error: new InspectedError('CodeMismatchException', "It's a } wrong { 'code'"),
      after: 1,
    })
  })

  it('has a value that was not printed as missing', () => {
    const deep = { a: { b: { c: { d: 1 } } }, list: Array.from({ length: 200 }, () => 1) }
    expect(readInspected(inspect(deep))).toMatchObject({ a: { b: { c: notInspected } } })
  })

  it.each(['{', '{ a: ', "{ a: 'b }", '', '{ : }', '{ a: ['.repeat(500)])(
    '%j is not one',
    (text) => {
      expect(readInspected(text)).toBeUndefined()
    },
  )
})
