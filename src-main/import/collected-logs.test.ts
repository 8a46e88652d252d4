import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { recogniseInput } from '#engine/configuration-sources/recognise-input.ts'
import { linesOf, readBytes, readCapture } from './read-bytes-under-test.ts'

const folder = new URL('captures/', import.meta.url)
const logs = readdirSync(folder).filter((name) => /\.(?:log|txt)$/.test(name))

const collectors: Readonly<Record<string, (line: string, at: number) => string>> = {
  'GitHub Actions': (line) => `2026-11-28T09:14:00.1234567Z ${line}`,
  GitLab: (line, at) => `2026-11-28T09:14:00.123456Z 00${at % 2 === 0 ? 'O' : 'E'} ${line}`,
  Jenkins: (line) => `[2026-11-28T09:14:00.123Z] ${line}`,
  'docker compose': (line) => `app-1  | ${line}`,
  'docker compose with times': (line) => `my.app_2 | 2026-11-28T09:14:00.123456789Z ${line}`,
  'a time with its zone': (line) => `2026-11-28T10:14:00+01:00 ${line}`,
}

const collected = (name: string, prefixed: (line: string, at: number) => string): string =>
  ['Run the tests', ...readFileSync(new URL(name, folder), 'utf8').split('\n')]
    .map(prefixed)
    .join('\n')

it.each(logs)('%s has the same sign-ins in the log of a CI service', async (name) => {
  const plain = linesOf(await readCapture(name))
  for (const [collector, prefixed] of Object.entries(collectors)) {
    const text = collected(name, prefixed)
    expect(linesOf(await readBytes(Buffer.from(text), name)), collector).toEqual(plain)
    expect(recogniseInput(text).kind, collector).toBe('recording')
  }
})
