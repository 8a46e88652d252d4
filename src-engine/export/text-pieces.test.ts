import { expect, test } from 'vitest'
import { piecesOf } from './text-pieces.ts'

const texts = ['The quick brown fox jumps', 'über den 🦊 hinweg: \u{10ffff}\0\uffff', 'abc', '']

test('every part of a text may be in it, however short, and whatever its signs', () => {
  const mayContain = piecesOf(texts)
  for (const text of texts)
    for (let from = 0; from <= text.length; from += 1)
      for (let to = from; to <= text.length; to += 1)
        expect(mayContain(text.slice(from, to)), text.slice(from, to)).toBe(true)
})

test('a text with a piece that is nowhere is in none of them', () => {
  const mayContain = piecesOf(texts)
  for (const text of ['brawn', 'The quick brown fox jumped', 'abcd', '🦊🦊🦊'])
    expect(mayContain(text), text).toBe(false)
})
