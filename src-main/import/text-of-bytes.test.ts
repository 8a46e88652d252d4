import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { textOfInput } from './text-of-bytes.ts'

it('reads standard input in UTF-8, in UTF-16 and compressed by gzip', () => {
  const text = '{"name": "Ünique"}'
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
  for (const bytes of [Buffer.from(text), wide, gzipSync(text), gzipSync(wide)])
    expect(textOfInput(bytes)).toBe(text)
})

it('does not fail for standard input that only begins like gzip, or was cut off', () => {
  expect(textOfInput(Uint8Array.of(0x1f, 0x8b, 1, 2))).not.toBe('')
  expect(textOfInput(gzipSync('text of a recording').subarray(0, -4))).not.toContain('recording')
})
