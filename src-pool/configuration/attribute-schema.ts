import type { AttributeDefinition, PoolConfiguration } from './configuration.ts'

const text = (name: string, maxLength = 2048, minLength = 0): AttributeDefinition => ({
  name,
  type: 'String',
  isRequired: false,
  isMutable: true,
  isDeveloperOnly: false,
  minLength,
  maxLength,
})
const verified = (name: string): AttributeDefinition => ({
  name,
  type: 'Boolean',
  isRequired: false,
  isMutable: true,
  isDeveloperOnly: false,
})

/** The attributes that every user pool has: those of OpenID Connect, and the sub. */
const standard: readonly AttributeDefinition[] = [
  { ...text('sub', 2048, 1), isRequired: true, isMutable: false },
  text('name'),
  text('given_name'),
  text('family_name'),
  text('middle_name'),
  text('nickname'),
  text('preferred_username'),
  text('profile'),
  text('picture'),
  text('website'),
  text('email'),
  verified('email_verified'),
  text('gender'),
  text('birthdate', 10, 10),
  text('zoneinfo'),
  text('locale'),
  text('phone_number'),
  verified('phone_number_verified'),
  text('address'),
  { ...verified('updated_at'), type: 'Number', minValue: 0 },
]

/** The attribute of this name that every pool has, if it is one of those. */
export const standardAttribute = (name: string): AttributeDefinition | undefined =>
  standard.find((one) => one.name === name)

const schemas = new WeakMap<PoolConfiguration, ReadonlyMap<string, AttributeDefinition>>()

/**
 * The attributes that a pool has, by name: the standard ones as the pool declares them, then its
 * own. `requiredAttributes` and `customAttributes` are the configuration's short forms.
 */
export function attributeSchema(
  settings: PoolConfiguration,
): ReadonlyMap<string, AttributeDefinition> {
  const known = schemas.get(settings)
  if (known) return known
  const schema = new Map(standard.map((one) => [one.name, one]))
  for (const name of settings.customAttributes) schema.set(`custom:${name}`, openText(name))
  for (const one of settings.attributes) schema.set(one.name, one)
  for (const name of settings.requiredAttributes)
    schema.set(name, { ...(schema.get(name) ?? text(name)), isRequired: true })
  schemas.set(settings, schema)
  return schema
}

/** The attributes that every user of a pool must have. */
export const requiredAttributes = (settings: PoolConfiguration): readonly string[] =>
  [...attributeSchema(settings).values()]
    .filter(({ name, isRequired }) => isRequired && name !== 'sub')
    .map(({ name }) => name)

const openText = (name: string): AttributeDefinition => ({
  name: `custom:${name}`,
  type: 'String',
  isRequired: false,
  isMutable: true,
  isDeveloperOnly: false,
})
