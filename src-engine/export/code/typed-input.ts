import type { PlannedCall, PlannedText, PlannedValue } from './chain-plan.ts'

/** A value of an input as an SDK with types takes it. */
export type TypedValue =
  | { readonly kind: 'text'; readonly text: PlannedText }
  /** One of a list of words, for which the SDK has a type. */
  | { readonly kind: 'choice'; readonly type: string; readonly text: PlannedText }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, PlannedText])[] }
  | TypedStructure
  | {
      readonly kind: 'list'
      /** Of its structures; absent in a list of texts. */
      readonly type?: string
      readonly items: readonly TypedValue[]
    }

/** A structure of the service’s model. */
export interface TypedStructure {
  readonly kind: 'structure'
  /** As the model names it, as in `AttributeType`. */
  readonly type: string
  readonly members: readonly TypedMember[]
}

/** A member by the name that the model has for it, and its value. */
export type TypedMember = readonly [name: string, value: TypedValue]

/** Types of members by their names, for the operations of a sign-in and the account around it. */
export const memberTypes = {
  choices: {
    AuthFlow: 'AuthFlowType',
    ChallengeName: 'ChallengeNameType',
    DeliveryMedium: 'DeliveryMediumType',
    DeviceRememberedStatus: 'DeviceRememberedStatusType',
    FeedbackValue: 'FeedbackValueType',
  },
  maps: { AuthParameters: true, ChallengeResponses: true, ClientMetadata: true },
  structures: {
    AnalyticsMetadata: 'AnalyticsMetadataType',
    ContextData: 'ContextDataType',
    DeviceSecretVerifierConfig: 'DeviceSecretVerifierConfigType',
    EmailMfaSettings: 'EmailMfaSettingsType',
    SMSMfaSettings: 'SMSMfaSettingsType',
    SoftwareTokenMfaSettings: 'SoftwareTokenMfaSettingsType',
    UserContextData: 'UserContextDataType',
    WebAuthnMfaSettings: 'WebAuthnMfaSettingsType',
  },
  lists: {
    HttpHeaders: 'HttpHeader',
    MFAOptions: 'MFAOptionType',
    UserAttributes: 'AttributeType',
    ValidationData: 'AttributeType',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string | true>>>>

/**
 * The input of a call with the types of its members, in the order in which they were sent; undefined
 * where it has an object of which no type is known, such as a passkey’s credential.
 */
export function typedInput({ input }: PlannedCall): readonly TypedMember[] | undefined {
  try {
    return membersOf(input.members)
  } catch (error) {
    if (error instanceof UnknownType) return undefined
    throw error
  }
}

class UnknownType extends Error {}

const typeIn = <Type>(types: Readonly<Record<string, Type>>, name: string): Type | undefined =>
  Object.hasOwn(types, name) ? types[name] : undefined

function membersOf(members: readonly (readonly [string, PlannedValue])[]): readonly TypedMember[] {
  return members.flatMap(([name, value]) => {
    // Null is as good as absent, and typed languages have no word for it here.
    if (value.from === 'literal' && value.value === null) return []
    if (!/^[A-Za-z]\w*$/.test(name)) throw new UnknownType(name)
    return [[name, typed(name, value)] as const]
  })
}

function typed(name: string, value: PlannedValue): TypedValue {
  if (value.from === 'object') return typedObject(name, value.members)
  if (value.from === 'list') return typedList(name, value.items)
  if (value.from === 'literal' && typeof value.value === 'number')
    return { kind: 'number', value: value.value }
  if (value.from === 'literal' && typeof value.value === 'boolean')
    return { kind: 'flag', value: value.value }
  const choice = typeIn(memberTypes.choices, name)
  checkPath(value)
  return choice === undefined
    ? { kind: 'text', text: value }
    : { kind: 'choice', type: choice, text: value }
}

function typedObject(
  name: string,
  members: readonly (readonly [string, PlannedValue])[],
): TypedValue {
  if (typeIn(memberTypes.maps, name))
    return {
      kind: 'map',
      entries: members.flatMap(([key, each]) => {
        if (each.from === 'object' || each.from === 'list') throw new UnknownType(key)
        checkPath(each)
        return each.from === 'literal' && each.value === null ? [] : [[key, textOf(each)] as const]
      }),
    }
  const type = typeIn(memberTypes.structures, name)
  if (type === undefined) throw new UnknownType(name)
  return { kind: 'structure', type, members: membersOf(members) }
}

function typedList(name: string, items: readonly PlannedValue[]): TypedValue {
  const type = typeIn(memberTypes.lists, name)
  return {
    kind: 'list',
    ...(type !== undefined && { type }),
    items: items.map((item) => {
      if (type !== undefined && item.from === 'object')
        return { kind: 'structure', type, members: membersOf(item.members) }
      if (type !== undefined || item.from === 'object' || item.from === 'list')
        throw new UnknownType(name)
      checkPath(item)
      return { kind: 'text', text: textOf(item) }
    }),
  }
}

/** Names in an answer come from a file, perhaps: only those that can be members become code. */
function checkPath(value: PlannedText): void {
  if (value.from === 'secret hash') checkPath(value.over)
  if (value.from !== 'answer') return
  const [first, ...others] = value.path
  const members = first === 'ChallengeParameters' && others.length === 1 ? [first] : value.path
  const odd = members.find((name) => !/^[A-Za-z]\w*$/.test(name))
  if (odd !== undefined) throw new UnknownType(odd)
}

/** Maps and lists of texts take nothing else, whatever was sent. */
const textOf = (value: PlannedText): PlannedText =>
  value.from === 'literal' ? { from: 'literal', value: String(value.value) } : value
