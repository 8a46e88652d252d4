import { utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { readPythonLiteral } from './python-literal.ts'

const read = (text: string) => readPythonLiteral(text)?.value

describe('a Python literal', () => {
  it('has strings with both quotes and every escape', () => {
    expect(read(String.raw`'It\'s-a"Quote\\-\x41\u00e9\U0001f600\n\101'`)).toBe(
      'It\'s-a"Quote\\-Aé😀\nA',
    )
    expect(read(`"It's"`)).toBe("It's")
    expect(read(String.raw`r'a\n'`)).toBe(String.raw`a\n`)
  })

  it('has bytes distinct from strings, with JSON and its escapes in them', () => {
    const body = String.raw`b'{"PASSWORD": "It\'s-a\\"Quote\\\\-\\u00e9\xc3\xa9"}'`
    expect(read(body)).toEqual(utf8ToBytes(String.raw`{"PASSWORD": "It's-a\"Quote\\-\u00e9é"}`))
  })

  it('has dicts, lists, tuples and OrderedDict', () => {
    const value = read("OrderedDict([('A', 1), ('B', [True, None, (2.5,)])])")
    expect(value).toEqual(
      new Map<string, unknown>([
        ['A', 1],
        ['B', [true, null, [2.5]]],
      ]),
    )
    expect(read("{'a': {'b': 'c'}, 1: []}")).toEqual(
      new Map<string, unknown>([
        ['a', new Map([['b', 'c']])],
        ['1', []],
      ]),
    )
  })

  it('skips objects', () => {
    const text =
      "{'a': <x.Config object at 0x7f>, 'b': <function f at <y>>, 'c': datetime(2026, 1)}"
    expect(read(text)).toEqual(
      new Map([
        ['a', null],
        ['b', null],
        ['c', null],
      ]),
    )
  })

  it('says where it ends', () => {
    expect(readPythonLiteral("x={'a': 1}>", 2)).toEqual({ value: new Map([['a', 1]]), end: 10 })
  })

  it.each(["{'a': 1", "b'abc", '{1 2}', '', '[', 'nothing', '['.repeat(1000), "{'a': 'b\\"])(
    '%j is not one',
    (text) => {
      expect(readPythonLiteral(text)).toBeUndefined()
    },
  )
})
