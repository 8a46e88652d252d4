import { afterEach, expect, it, vi } from 'vitest'
import { localTime } from './local-time.ts'
import { prunableText } from './prunable-text.ts'

const at = Date.parse('2026-10-25T23:30:05Z')
afterEach(() => {
  vi.unstubAllEnvs()
})

it('days are those of this computer, as filters take them', () => {
  vi.stubEnv('TZ', 'Europe/Berlin')
  expect(localTime(at)).toBe('2026-10-26 00:30:05')
  expect(prunableText({ bytes: 0, from: at, runIds: ['a'], to: at })).toMatch(
    '1 run from 2026-10-26 to 2026-10-26',
  )
})
