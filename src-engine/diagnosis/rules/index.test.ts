import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exceptions } from '../../catalogue/exceptions/index.ts'
import { ruleList, rules } from './index.ts'

it('has one rule per file, and unique codes and slugs', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^\d{4}-.*\.ts$/.test(name))
  expect(files.map((name) => `AS${name.slice(0, 4)}`).sort()).toEqual(
    ruleList.map(({ code }) => code).sort(),
  )
  expect(new Set(ruleList.map(({ slug }) => slug)).size).toBe(ruleList.length)
})

it('has every rule that an exception’s messages name', () => {
  const named = [...exceptions.values()].flatMap(({ rules: codes = [], texts }) => [
    ...codes,
    ...texts.flatMap((text) => text.rules ?? []),
  ])
  expect(named.filter((code) => !rules.has(code))).toEqual([])
})

it('documents each rule: its meaning, how to recognise and fix it, what excludes it, its source', () => {
  for (const { excludedBy, meaning, fix, recognised, sources, title } of ruleList) {
    for (const text of [excludedBy, meaning, fix, recognised])
      expect(text).toMatch(/.{8,}\.[”)]?$/s)
    expect(title).not.toMatch(/\.$/)
    expect(sources).not.toEqual([])
  }
})
