import { expect, test } from 'vitest'
import { killWhileWriting } from './kill-while-writing-under-test.ts'

// `npm run torture` does the same two hundred times.
const kills = Number(process.env['AUTHSCOPE_KILLS'] ?? 4)
test('what the history has confirmed survives that the process is killed at any point', async () => {
  const figures = await killWhileWriting(kills)
  process.stdout.write(
    `${String(figures.kills)} kills, ${String(figures.confirmed)} confirmed saves, ${String(figures.lost)} lost, ${String(figures.quarantined)} quarantined\n`,
  )
  expect(figures).toMatchObject({ lost: 0, quarantined: 0 })
  expect(figures.confirmed).toBeGreaterThan(0)
}, 300_000)
