import { expect, it } from 'vitest'
import { factMembers, factTitle } from './fact-members.ts'
import { facts } from './index.ts'

it('every fact that a file defines is in the list, under a name and a title of its own', () => {
  const files = import.meta.glob<Readonly<Record<string, unknown>>>(['./*.ts', '!./*.test.ts'], {
    eager: true,
  })
  const defined = Object.values(files)
    .flatMap((file) => Object.entries(file))
    .filter(([name]) => name.endsWith('Fact') && name !== 'defineFact')
    .map(([, fact]) => fact)
  expect(new Set(defined)).toEqual(new Set(facts))
  for (const of of [facts.map(({ name }) => name), facts.map(({ title }) => title)])
    expect(new Set(of).size).toBe(facts.length)
})

it('a value is read under the titles of its fact, a duration with its unit', () => {
  const values = { wrongPasswords: 2, lastWrongMs: 61_000, samePasswordFlow: '', otherCodeMs: 0 }
  expect(factMembers([{ name: 'history', values }])).toEqual({
    'history.wrongPasswords': 2,
    'history.lastWrongMs': '1 min 1 s',
  })
  expect(factTitle('history.wrongPasswords')).toBe('Earlier sign-ins: wrong passwords in a row')
})

it('a fact from elsewhere is read as the words of its name', () => {
  expect(factMembers([{ name: 'moon', values: { phase: 'full' } }])).toEqual({
    'moon.phase': 'full',
  })
  expect(factTitle('moon-size.lastFullMs')).toBe('Moon size: last full ms')
  expect(factTitle('history.lastFullMs')).toBe('Earlier sign-ins: last full ms')
  expect(factTitle('client-probe.USER_AUTH')).toBe('Profile test: USER_AUTH')
})
