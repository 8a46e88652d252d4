// The pages of docs/rules are written by this test: npx vitest run src-engine/diagnosis/rule-page.test.ts -u
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ruleList } from './rules/index.ts'
import { ruleIndexPage, rulePage } from './rule-page.ts'

const folder = join(import.meta.dirname, '../../docs/rules')

it.each(ruleList.map((rule) => [rule.code, rule] as const))(
  'the page of %s in docs/rules matches the rule',
  async (code, rule) => {
    await expect(rulePage(rule)).toMatchFileSnapshot(join(folder, `${code}.md`))
  },
)

it('docs/rules lists every rule, and has no page without a rule', async () => {
  await expect(ruleIndexPage(ruleList)).toMatchFileSnapshot(join(folder, 'README.md'))
  expect(readdirSync(folder).sort()).toEqual(
    [...ruleList.map(({ code }) => `${code}.md`), 'README.md'].sort(),
  )
})
