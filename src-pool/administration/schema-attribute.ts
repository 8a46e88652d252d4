import { standardAttribute } from '../configuration/attribute-schema.ts'
import type { AttributeDefinition } from '../configuration/configuration.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Values } from '../requests/members.ts'
import type { schemaAttribute } from './pool-members.ts'

type AttributeInput = Values<(typeof schemaAttribute)['members']>

/** The longest text that an attribute can have. */
const maxLength = 2048

/**
 * The attributes of a Schema.
 * @param standardOf the standard attribute that a name stands for; AddCustomAttributes knows none
 * @throws Refusal InvalidParameterException for one that Cognito does not take, or takes once
 */
export function attributeDefinitions(
  inputs: readonly AttributeInput[],
  standardOf: (name: string) => AttributeDefinition | undefined = standardAttribute,
): readonly AttributeDefinition[] {
  const attributes = inputs.map((input) => attributeDefinition(input, standardOf(input.Name ?? '')))
  const names = new Set<string>()
  for (const { name } of attributes) {
    if (names.has(name)) refuse(administrationRefusals.attributeTwice(name))
    names.add(name)
  }
  return attributes
}

/**
 * One attribute of Schema, or of AddCustomAttributes.
 * @throws Refusal InvalidParameterException
 */
function attributeDefinition(
  input: AttributeInput,
  standard: AttributeDefinition | undefined,
): AttributeDefinition {
  const { Name = '', AttributeDataType: type, DeveloperOnlyAttribute: isDeveloperOnly } = input
  if (standard && ((type ?? standard.type) !== standard.type || isDeveloperOnly))
    refuse(administrationRefusals.standardAttributeChanged(Name))
  if (!standard && input.Required) refuse(administrationRefusals.customRequired)
  if (!standard && type === undefined) refuse(administrationRefusals.attributeWithoutType)
  const prefix = isDeveloperOnly ? 'dev:custom:' : 'custom:'
  // A name that has the prefix already gets it twice (aws-cloudformation-user-guide#932).
  const name = standard ? Name : `${prefix}${Name}`
  const limit = (text: string | undefined, max?: number): number | undefined => {
    if (text === undefined) return undefined
    const value = Number(text)
    const isUsable =
      max === undefined
        ? Number.isFinite(value)
        : Number.isInteger(value) && value >= 0 && value <= max
    return isUsable && text.trim() !== ''
      ? value
      : refuse(administrationRefusals.attributeConstraints(name))
  }
  const { StringAttributeConstraints: texts, NumberAttributeConstraints: numbers } = input
  const limits = {
    minLength: limit(texts?.MinLength, maxLength),
    maxLength: limit(texts?.MaxLength, maxLength),
    minValue: limit(numbers?.MinValue),
    maxValue: limit(numbers?.MaxValue),
  }
  if ((limits.minLength ?? 0) > (limits.maxLength ?? Infinity))
    refuse(administrationRefusals.attributeLengths(name))
  if ((limits.minValue ?? -Infinity) > (limits.maxValue ?? Infinity))
    refuse(administrationRefusals.attributeValues(name))
  return {
    name,
    // One of the enum, as the service model has been checked.
    type: (type ?? standard?.type ?? 'String') as AttributeDefinition['type'],
    isRequired: input.Required ?? false,
    // Unless it says otherwise it can be changed; this is assumed of custom ones.
    isMutable: input.Mutable ?? true,
    isDeveloperOnly: isDeveloperOnly ?? false,
    ...Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
  }
}
