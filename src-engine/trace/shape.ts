import type { FactValue } from './fact.ts'

/** A description of what a value must look like, and how it is compared with one. */
export interface Shape<T> {
  /** Where and how the value differs, as in `events[3].at is not a number`; nothing when it fits. */
  readonly validationError: (value: unknown, path: string) => string | undefined
  readonly optional: boolean
  /** Never there; it ties the description to the type, so that the two cannot drift apart. */
  readonly of?: (value: T) => T
}

const shape = <T>(validationError: Shape<T>['validationError']): Shape<T> => ({
  validationError,
  optional: false,
})

const basic = <T>(name: string, fits: (value: unknown) => boolean): Shape<T> =>
  shape((value, path) => (fits(value) ? undefined : `${path} is not ${name}`))

export const text = basic<string>('a text', (value) => typeof value === 'string')
export const number = basic<number>('a number', (value) => typeof value === 'number')
export const flag = basic<boolean>('true or false', (value) => typeof value === 'boolean')
/** A text, a number or a flag, as facts hold them. */
export const factValue = basic<FactValue>('a text, a number, true or false', (value) =>
  ['string', 'number', 'boolean'].includes(typeof value),
)
export const anything = shape<unknown>(() => undefined)

/** One of some strings. */
export const oneOf = <const T extends string>(...texts: readonly T[]): Shape<T> =>
  basic(`one of: ${texts.join(', ')}`, (value) => texts.some((text) => text === value))

/** May be absent. */
export const optional = <T>(inner: Shape<T>): Shape<T> & { readonly optional: true } => ({
  ...inner,
  optional: true,
})

/** A list of values of one shape. */
export const list = <T>(item: Shape<T>): Shape<readonly T[]> =>
  shape((value, path) => {
    if (!Array.isArray(value)) return `${path} is not a list`
    return first(value, (each, index) => item.validationError(each, `${path}[${String(index)}]`))
  })

/** Values of one shape by any name. */
export const record = <T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  shape((value, path) =>
    isObject(value)
      ? first(Object.entries(value), ([name, each]) =>
          item.validationError(each, `${path}.${name}`),
        )
      : `${path} is not an object`,
  )

/** A name and a value, as headers are kept. */
export const pair: Shape<readonly [string, string]> = shape((value, path) =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string')
    ? undefined
    : `${path} is not a pair of texts`,
)

/** An object with these members; others are allowed. */
export const object = <T extends object>(members: {
  readonly [K in keyof T]-?: object extends Pick<T, K>
    ? Shape<Exclude<T[K], undefined>> & { readonly optional: true }
    : Shape<T[K]>
}): Shape<T> => {
  const shapes = Object.entries(members) as [string, Shape<unknown>][]
  return shape((value, path) => {
    if (!isObject(value)) return `${path} is not an object`
    return first(shapes, ([name, member]) =>
      value[name] === undefined && member.optional
        ? undefined
        : member.validationError(value[name], `${path}.${name}`),
    )
  })
}

/** An object whose member `key` says which of several shapes it has. */
export const variant = <K extends string, T extends Readonly<Record<K, string>>>(
  key: K,
  shapes: { readonly [V in T[K]]: Shape<Extract<T, Readonly<Record<K, V>>>> },
): Shape<T> => {
  const byName = new Map<unknown, Shape<unknown>>(Object.entries(shapes))
  return shape((value, path) => {
    if (!isObject(value)) return `${path} is not an object`
    const chosen = byName.get(value[key])
    return chosen ? chosen.validationError(value, path) : `${path}.${key} is not known`
  })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function first<T>(
  items: readonly T[],
  validationError: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = validationError(item, index)
    if (found !== undefined) return found
  }
  return undefined
}
