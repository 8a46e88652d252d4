// docs/practice-pool-texts.md is written by this test:
// npx vitest run src-pool/refusals/texts-page.test.ts -u
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RefusalText } from './refusal.ts'
import { textSources } from './sources.ts'
import { textsPage } from './texts-page.ts'

type Refusals = Readonly<Record<string, RefusalText | ((...values: never[]) => RefusalText)>>

const modules = import.meta.glob<Readonly<Record<string, Refusals>>>('./*.ts', { eager: true })
const all = Object.values(modules).flatMap((module) =>
  Object.entries(module).flatMap(([name, refusals]) => (/refusals$/i.test(name) ? [refusals] : [])),
)
const page = textsPage(all)

it('docs/practice-pool-texts.md lists every text of a refusal with its certainty', async () => {
  expect(all.length).toBeGreaterThan(7)
  await expect(page).toMatchFileSnapshot(
    join(import.meta.dirname, '../../docs/practice-pool-texts.md'),
  )
})

it.each(textSources)('the text whose source is noted exists: %s', (start) => {
  expect(page).toContain(`| ${start}`)
})

it('every text that is more than assumed has a source', () => {
  expect(page).not.toContain('not noted')
})
