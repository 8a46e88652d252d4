import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'

/** A JSON object as received over the wire. */
export type JsonObject = Readonly<Record<string, unknown>>

interface Rules {
  readonly required?: true
  /**
   * What becomes of the member where it is not honoured: `kept`, it is given back and does no more;
   * `none`, it is taken and nothing follows, which the pool says.
   */
  readonly effect?: 'kept' | 'none'
}

/** A string of the service model, with its constraints. */
export interface TextMember extends Rules {
  readonly kind: 'text'
  readonly min?: number
  readonly max?: number
  /** As the model writes it, without anchors. */
  readonly pattern?: string
  readonly values?: readonly string[]
  /** The service leaves the value of such a member out of its texts. */
  readonly sensitive?: true
}

/**
 * A map from string to string. A null value is taken as absent: amazon-cognito-identity-js sends
 * one after it forgot a device.
 */
export interface MapMember extends Rules {
  readonly kind: 'map'
}

/** A boolean. */
export interface FlagMember extends Rules {
  readonly kind: 'flag'
}

/** A whole number. */
export interface NumberMember extends Rules {
  readonly kind: 'number'
  readonly min?: number
  readonly max?: number
}

/** A list whose items are all of one kind. */
export interface ListMember extends Rules {
  readonly kind: 'list'
  readonly of: Member
  readonly min?: number
  readonly max?: number
}

/** An object with members of its own. */
export interface StructureMember extends Rules {
  readonly kind: 'structure'
  readonly members: Members
  /** A map whose keys these are, so that no other is ignored. */
  readonly isMap?: true
}

/** A JSON object of which the service model says no more. */
export interface DocumentMember extends Rules {
  readonly kind: 'document'
}

export type Member =
  | TextMember
  | MapMember
  | FlagMember
  | NumberMember
  | ListMember
  | StructureMember
  | DocumentMember
/** The input of an operation; what is not named here is ignored, as the service does. */
export type Members = Readonly<Record<string, Member>>

type Value<M extends Member> = M extends StructureMember
  ? Values<M['members']>
  : M extends ListMember
    ? readonly Value<M['of']>[]
    : M extends MapMember
      ? Readonly<Record<string, string>>
      : M extends FlagMember
        ? boolean
        : M extends NumberMember
          ? number
          : M extends DocumentMember
            ? JsonObject
            : string

/** What {@link readMembers} returns for an input. */
export type Values<M extends Members> = {
  readonly [Name in keyof M]: M[Name] extends { readonly required: true }
    ? Value<M[Name]>
    : Value<M[Name]> | undefined
}

/**
 * Reads an operation's input and checks it against the service model.
 * @throws Refusal SerializationException for a value of the wrong type, else
 * InvalidParameterException that lists every constraint that fails
 */
export function readMembers<M extends Members>(members: M, body: JsonObject): Values<M> {
  const failures: string[] = []
  const values = read(members, body, '', failures)
  if (failures.length > 0) refuse(refusals.constraints(failures))
  // Each member was read by its own kind, and a required one that is absent has just been refused.
  return values as Values<M>
}

/** What an input breaks of the constraints of the service model, as the service words it. */
export function brokenBy(members: Members, body: JsonObject): readonly string[] {
  const failures: string[] = []
  read(members, body, '', failures)
  return failures
}

function read(members: Members, body: JsonObject, prefix: string, failures: string[]): JsonObject {
  const values: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(members)) {
    const path = `${prefix}${name.charAt(0).toLowerCase()}${name.slice(1)}`
    const value = body[name] ?? undefined
    if (value === undefined) {
      if (member.required) failures.push(failure(path, member, 'null', 'Member must not be null'))
      continue
    }
    values[name] = readOne(member, value, path, failures)
  }
  return values
}

function readOne(member: Member, value: unknown, path: string, failures: string[]): unknown {
  switch (member.kind) {
    case 'text': {
      const text = asText(value)
      for (const constraint of brokenConstraints(member, text))
        failures.push(failure(path, member, `'${text}'`, constraint))
      return text
    }
    case 'document':
      return asObject(value)
    case 'flag':
      return typeof value === 'boolean' ? value : wrongType(value, 'a Boolean')
    case 'map':
      return Object.fromEntries(
        Object.entries(asObject(value))
          .filter(([, item]) => item !== null && item !== undefined)
          .map(([key, item]) => [key, asText(item)]),
      )
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value))
        return wrongType(value, 'an Integer')
      for (const constraint of brokenLimits(member, value))
        failures.push(failure(path, member, `'${String(value)}'`, constraint))
      return value
    case 'list':
      if (!Array.isArray(value)) return refuse(refusals.serialization('Expected list or null'))
      for (const constraint of brokenSize(member, value.length))
        failures.push(failure(path, member, `'${JSON.stringify(value)}'`, constraint))
      return value.map((item: unknown, index) =>
        readOne(member.of, item, `${path}.${String(index + 1)}.member`, failures),
      )
    case 'structure': {
      const object = asObject(value)
      const keys = Object.keys(member.members)
      if (member.isMap && Object.keys(object).some((key) => !keys.includes(key)))
        failures.push(failure(path, member, `'${JSON.stringify(value)}'`, mapKeys(keys)))
      return read(member.members, object, `${path}.`, failures)
    }
  }
}

const expressions = new Map<string, RegExp>()

/** The expression of a pattern of the service model, which has no anchors. */
function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u')
  expressions.set(pattern, known)
  return known
}

function* brokenConstraints({ min, max, pattern, values }: TextMember, text: string) {
  if (min !== undefined && text.length < min)
    yield `Member must have length greater than or equal to ${String(min)}`
  if (max !== undefined && text.length > max)
    yield `Member must have length less than or equal to ${String(max)}`
  if (pattern !== undefined && !expressionOf(pattern).test(text))
    yield `Member must satisfy regular expression pattern: ${pattern}`
  if (values !== undefined && !values.includes(text))
    yield `Member must satisfy enum value set: [${values.join(', ')}]`
}

function* brokenSize({ min, max }: ListMember, length: number) {
  if (min !== undefined && length < min)
    yield `Member must have length greater than or equal to ${String(min)}`
  if (max !== undefined && length > max)
    yield `Member must have length less than or equal to ${String(max)}`
}

function* brokenLimits({ min, max }: NumberMember, value: number) {
  if (min !== undefined && value < min)
    yield `Member must have value greater than or equal to ${String(min)}`
  if (max !== undefined && value > max)
    yield `Member must have value less than or equal to ${String(max)}`
}

const mapKeys = (keys: readonly string[]) =>
  `Map keys must satisfy constraint: [Member must satisfy enum value set: [${keys.join(', ')}]]`

function failure(path: string, member: Member, shown: string, constraint: string): string {
  const value = member.kind === 'text' && member.sensitive ? '' : ` ${shown}`
  return `Value${value} at '${path}' failed to satisfy constraint: ${constraint}`
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : wrongType(value, 'a String')

function asObject(value: unknown): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as JsonObject
  return refuse(refusals.serialization('Expected map or null'))
}

function wrongType(value: unknown, wanted: string): never {
  if (typeof value === 'object')
    refuse(refusals.serialization('Start of structure or map found where not expected.'))
  const kind = typeof value === 'boolean' ? String(value) : typeof value
  return refuse(
    refusals.serialization(`${kind.toUpperCase()}_VALUE can not be converted to ${wanted}`),
  )
}

/** A name of the service model; others are not repeated. */
const memberName = /^\w{1,64}$/

/**
 * The members of an input that are there and have no effect, be they given back or not, as paths.
 * One that the model lacks is among them: the service ignores it, too.
 */
export function membersWithoutEffect(members: Members, body: JsonObject): readonly string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (value === null) return []
    const member = Object.hasOwn(members, name) ? members[name] : undefined
    if (!member) return memberName.test(name) ? [name] : []
    if (member.effect) return [name]
    if (member.kind !== 'structure' || typeof value !== 'object' || Array.isArray(value)) return []
    return membersWithoutEffect(member.members, value as JsonObject).map(
      (inner) => `${name}.${inner}`,
    )
  })
}
