import { describe, expect, it } from 'vitest'
import { poolUnderTest } from '../test-bed/pool-under-test.ts'
import { differences, notReplayed } from './differences.ts'
import recorded from './recorded-answers.json' with { type: 'json' }
import { recordedConfiguration } from './recorded-configuration.ts'
import { replays } from './replay.ts'

interface RecordedCase {
  readonly name: string
  readonly operation: string
  readonly status: number
  readonly request?: object
  readonly body?: object
  readonly error?: { readonly __type: string; readonly message: string }
}
const cases: readonly RecordedCase[] = recorded.cases

/** Which members there are and of what kind, and nothing of what they say. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shape(item)]))
}

// A reset keeps the signing keys, which take longer to make than all else.
const test = poolUnderTest(recordedConfiguration)

async function replayed({ name, request }: RecordedCase) {
  test.pool.reset()
  const replay = replays[name]
  if (!replay) throw new Error('no replay')
  const answer = await test.call(...(await replay(test, request)))
  if (!('refusal' in answer)) return { status: answer.status, shape: shape(answer.body) }
  const { type, message } = answer.refusal
  return { status: answer.status, error: { __type: type, message } }
}

const answered = ({ status, error, body }: RecordedCase) =>
  error ? { status, error } : { status, shape: shape(body) }

describe('the practice pool answers what the real service answered', () => {
  const same = cases.filter(({ name }) => !(name in differences) && !(name in notReplayed))
  it.each(same.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(await replayed(one)).toEqual(answered(one))
  })
})

describe('the list of differences', () => {
  it('names no answer that has become the same', async () => {
    for (const one of cases.filter(({ name }) => name in differences))
      expect(await replayed(one), one.name).not.toEqual(answered(one))
  })

  it('accounts, with the replays, for every recorded case and for no other', () => {
    const known = [...Object.keys(replays), ...Object.keys(notReplayed)]
    expect(known.sort()).toEqual(cases.map(({ name }) => name).sort())
  })
})
