import { bytesToHex } from '@noble/hashes/utils.js'
import type { ModPow } from '../srp/modular-exponentiation.ts'
import { recipeWith } from './compute-claim.ts'
import type { Deviation } from './deviation.ts'
import { deviations } from './deviations/index.ts'
import { bytesIn, numbersIn, type PastedValues, type ValueName } from './pasted-values.ts'
import { base, rightRecipe, type SrpRecipe } from './recipe.ts'

/** One pasted value, held against the others. */
export interface ValueCheck {
  readonly name: ValueName
  /** `unchecked`: a value is missing from which it would follow, or it is an input. */
  readonly verdict: 'right' | 'wrong' | 'unchecked'
  /** How the value follows from the others. */
  readonly formula: string
  /** What follows from the others; empty where that is not known. */
  readonly expected: string
  /** What is wrong with it, or what is missing. */
  readonly reason: string
  /** The known deviation that gives the pasted value. */
  readonly deviation?: Pick<Deviation, 'id' | 'rule' | 'title'>
}

type Computation = (recipe: SrpRecipe) => bigint | Uint8Array | string | undefined

interface Step {
  readonly name: ValueName
  readonly formula: string
  /** Values that have to be there. */
  readonly needs: readonly ValueName[]
  readonly compute: (values: Known) => Computation
}

/** The pasted values as numbers and bytes; those that are not there are computed where they can be. */
interface Known {
  readonly text: (name: ValueName) => string
  readonly number: (name: ValueName) => bigint
  readonly bytes: (name: ValueName) => Uint8Array
  readonly modPow: ModPow
}

const user = ({ text }: Known) => ({
  userPoolId: text('userPoolId'),
  userId: text('userId'),
  typed: text('typed') || text('userId'),
  password: text('password'),
})

const steps: readonly Step[] = [
  {
    name: 'A',
    formula: 'g^a mod N',
    needs: ['a'],
    compute:
      ({ modPow, number }) =>
      ({ N }) =>
        modPow(base, number('a'), N),
  },
  {
    name: 'k',
    formula: 'SHA-256(pad(N), g)',
    needs: [],
    compute:
      () =>
      ({ k }) =>
        k,
  },
  {
    name: 'u',
    formula: 'SHA-256(pad(A), pad(B))',
    needs: ['A', 'B'],
    compute:
      ({ number }) =>
      ({ u }) =>
        u(number('A'), number('B')),
  },
  {
    name: 'x',
    formula: 'SHA-256(pad(salt), SHA-256(pool name, user ID, “:”, password))',
    needs: ['userPoolId', 'userId', 'password', 'salt'],
    compute:
      (known) =>
      ({ x }) =>
        x(user(known), known.number('salt')),
  },
  {
    name: 'S',
    formula: '(B − k·g^x)^(a + u·x) mod N',
    needs: ['a', 'B', 'x', 'u'],
    compute:
      ({ modPow, number }) =>
      ({ k, N }) =>
        modPow(
          (((number('B') - k * modPow(base, number('x'), N)) % N) + N) % N,
          number('a') + number('u') * number('x'),
          N,
        ),
  },
  {
    name: 'K',
    formula: 'HKDF-SHA-256(pad(S), salt pad(u), “Caldera Derived Key”), 16 bytes',
    needs: ['S', 'u'],
    compute:
      ({ number }) =>
      ({ key }) =>
        key(number('S'), number('u')),
  },
  {
    name: 'message',
    formula: 'pool name, user ID, decoded secret block, TIMESTAMP',
    needs: ['userPoolId', 'userId', 'secretBlock', 'timestamp'],
    compute:
      (known) =>
      ({ message }) =>
        message({
          ...user(known),
          secretBlock: known.text('secretBlock'),
          timestamp: known.text('timestamp'),
        }),
  },
  {
    name: 'signature',
    formula: 'base64(HMAC-SHA-256(K, message))',
    needs: ['K', 'message'],
    compute:
      ({ bytes }) =>
      ({ sign }) =>
        sign(bytes('K'), bytes('message')),
  },
  {
    name: 'timestamp',
    formula: 'EEE MMM d HH:mm:ss UTC yyyy, in English, the day without a zero',
    needs: ['timestamp'],
    compute:
      ({ text }) =>
      ({ timestamp }) =>
        timestamp(Date.parse(text('timestamp'))),
  },
]

/**
 * Holds pasted values of another implementation against each other: each against what follows from
 * the values before it, as they were pasted. So the first that is wrong is the step that is wrong.
 */
export function checkValues(pasted: PastedValues, modPow: ModPow): readonly ValueCheck[] {
  /** What was not pasted, and what is right: a text of digits alone is read in one way only then. */
  const computed = new Map<ValueName, bigint | Uint8Array>()
  const is = (name: ValueName): boolean => (pasted[name] ?? '') !== '' || computed.has(name)
  const known: Known = {
    modPow,
    text: (name) => pasted[name] ?? '',
    number: (name) => {
      const [first] = numbersIn(pasted[name] ?? '')
      const value = computed.get(name) ?? first
      if (typeof value === 'bigint') return value
      throw new SyntaxError(`${name} is no number in hex, decimal or base64.`)
    },
    bytes: (name) => {
      const [first] = bytesIn(pasted[name] ?? '')
      const value = computed.get(name) ?? first
      if (value instanceof Uint8Array) return value
      throw new SyntaxError(`${name} is neither hex nor base64.`)
    },
  }
  return steps.flatMap(({ compute, formula, name, needs }): ValueCheck[] => {
    const check = (part: Omit<ValueCheck, 'formula' | 'name'>): ValueCheck[] => [
      { name, formula, ...part },
    ]
    const missing = needs.filter((need) => !is(need))
    const text = pasted[name] ?? ''
    if (missing.length > 0)
      return text === ''
        ? []
        : check({ verdict: 'unchecked', expected: '', reason: `Needs ${missing.join(', ')}.` })
    const computation = compute(known)
    try {
      const expected = computation(rightRecipe)
      const follows = text === '' || isValue(text, expected)
      if (follows && (typeof expected === 'bigint' || expected instanceof Uint8Array))
        computed.set(name, expected)
      if (text === '') return []
      const shown = shownValue(expected)
      if (follows) return check({ verdict: 'right', expected: shown, reason: '' })
      const deviation = deviations.find(({ changes }) => {
        const other = computation(recipeWith(changes))
        return shownValue(other) !== shown && isValue(text, other)
      })
      return check({
        verdict: 'wrong',
        expected: shown,
        reason: deviation
          ? `${deviation.title}. ${deviation.rule}.`
          : `It does not follow from the values before it: ${formula}.`,
        ...(deviation && {
          deviation: { id: deviation.id, rule: deviation.rule, title: deviation.title },
        }),
      })
    } catch (error) {
      return check({
        verdict: 'unchecked',
        expected: '',
        reason: error instanceof SyntaxError ? error.message : 'A value before it cannot be read.',
      })
    }
  })
}

function isValue(text: string, expected: ReturnType<Computation>): boolean {
  if (typeof expected === 'bigint') return numbersIn(text).includes(expected)
  if (typeof expected === 'string') return text.trim() === expected
  if (!expected) return false
  const hex = bytesToHex(expected)
  return bytesIn(text).some((bytes) => bytesToHex(bytes) === hex)
}

const shownValue = (value: ReturnType<Computation>): string =>
  typeof value === 'bigint'
    ? value.toString(16)
    : value instanceof Uint8Array
      ? bytesToHex(value)
      : (value ?? '')
