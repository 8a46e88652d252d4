import { expect, it } from 'vitest'
import { withReserve } from './random-reserve.ts'

it('hands out every byte once, in few draws', () => {
  const draws: number[] = []
  let next = 0
  const draw = withReserve((length) => {
    draws.push(length)
    return Uint8Array.from({ length }, () => next++ % 251)
  })
  const bytes = Array.from({ length: 1500 }, () => [...draw(16)]).flat()
  // What is left at the end of a reserve is not enough, and is dropped.
  const expected = Array.from({ length: bytes.length }, (_, index) => index % 251)
  expect(bytes).toEqual(expected)
  expect(draws).toEqual([16_384, 16_384])
})

it('draws few bytes and many bytes for themselves', () => {
  const draws: number[] = []
  const draw = withReserve((length) => {
    draws.push(length)
    return new Uint8Array(length)
  })
  draw(4)
  draw(8192)
  expect(draws).toEqual([4, 8192])
})
