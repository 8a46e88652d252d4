import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPattern } from '../secret/in-pattern.ts'
import { wordsIn } from './words-in.ts'

test('only whole words are found, the first in the list of those that begin at one place', () => {
  const words = ['ana lee', 'ana', 'é']
  expect(wordsIn('ana, ana lee; analytics ana_ anaé -é𐐨é ana', words)).toEqual([
    { at: 0, word: 'ana' },
    { at: 5, word: 'ana lee' },
    { at: 40, word: 'ana' },
  ])
  expect(wordsIn('ana', [])).toEqual([])
})

test('what a regular expression with the same words finds is found', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '_', '1', ' ', '-', 'é', '𐐨'),
    maxLength: 40,
  })
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '-', 'é'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(text, fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), (searched, some) => {
      const words = some.toSorted((a, b) => b.length - a.length)
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}_])(?:${words.map(inPattern).join('|')})(?![\\p{L}\\p{N}_])`,
        'gu',
      )
      expect(wordsIn(searched, words)).toEqual(
        Array.from(searched.matchAll(pattern), ({ 0: found, index }) => ({
          at: index,
          word: found,
        })),
      )
    }),
  )
})
