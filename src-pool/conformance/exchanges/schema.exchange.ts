import { expect } from 'vitest'
import {
  createdClient,
  createdPool,
  createdUser,
  describedPool,
  exchange,
  listed,
  signedIn,
  claimsOf,
} from '../exchange.ts'

const number = {
  Name: 'age',
  AttributeDataType: 'Number',
  NumberAttributeConstraints: { MinValue: '18', MaxValue: '99' },
}
const tenant = {
  Name: 'tenant',
  AttributeDataType: 'String',
  Mutable: false,
  StringAttributeConstraints: { MinLength: '2', MaxLength: '5' },
}

/** Schema: types, ranges, Mutable and Required, what is read and what is written. */
export default exchange({
  topic: 'schema',
  async play(pool) {
    const UserPoolId = await createdPool(pool, {
      Schema: [number, tenant, { Name: 'email', Required: true, Mutable: true }],
    })
    await pool.succeed('AddCustomAttributes', {
      UserPoolId,
      CustomAttributes: [
        { Name: 'member', AttributeDataType: 'Boolean' },
        { Name: 'email', AttributeDataType: 'String' },
        { Name: 'custom:plan', AttributeDataType: 'String' },
      ],
    })
    const { SchemaAttributes } = await describedPool(pool, UserPoolId)
    expect(SchemaAttributes).toContainEqual(
      expect.objectContaining({ ...number, Name: 'custom:age', Mutable: true, Required: false }),
    )
    expect(SchemaAttributes).toContainEqual(
      expect.objectContaining({ ...tenant, Name: 'custom:tenant' }),
    )
    for (const Name of ['custom:member', 'custom:email', 'custom:custom:plan'])
      expect(SchemaAttributes).toContainEqual(expect.objectContaining({ Name }))
    expect(
      await pool.refusal('AddCustomAttributes', { UserPoolId, CustomAttributes: [number] }),
    ).toMatch('custom:age: Existing attribute already has name custom:age.')

    const more = (count: number, name: string) => ({
      UserPoolId,
      CustomAttributes: Array.from({ length: count }, (_, i) => {
        return { Name: `${name}${String(i)}`, AttributeDataType: 'String' }
      }),
    })
    await pool.succeed('AddCustomAttributes', more(25, 'a'))
    expect(await pool.refusal('AddCustomAttributes', more(21, 'b'))).toBe(
      'InvalidParameterException: A user pool can have 50 custom attributes at most.',
    )
    await pool.succeed('AddCustomAttributes', more(20, 'b'))

    const create = (attributes: Readonly<Record<string, string>>) =>
      pool.refusal('AdminCreateUser', {
        UserPoolId,
        Username: 'bob',
        UserAttributes: listed({ email: 'bob@example.com', ...attributes }),
      })
    for (const [name, value] of [
      ['custom:age', '17'],
      ['custom:age', '100'],
      ['custom:age', 'old'],
      ['custom:tenant', 'a'],
      ['custom:tenant', 'abcdef'],
      ['custom:member', 'perhaps'],
      ['custom:other', 'x'],
    ] as const)
      expect(await create({ [name]: value })).toMatch(
        `InvalidParameterException: Attributes did not conform to the schema: ${name}: `,
      )

    const attributes = { email: 'ann@example.com', 'custom:tenant': 'abc', 'custom:age': '18' }
    await createdUser(pool, UserPoolId, 'ann', attributes)
    const update = (changed: Readonly<Record<string, string>>) => ({
      UserPoolId,
      Username: 'ann',
      UserAttributes: listed(changed),
    })
    expect(
      await pool.refusal('AdminUpdateUserAttributes', update({ 'custom:tenant': 'xyz' })),
    ).toBe('InvalidParameterException: user.custom:tenant: Attribute cannot be updated.')
    await pool.succeed('AdminUpdateUserAttributes', update({ 'custom:age': '19' }))

    const client = (input: object) =>
      pool.refusal('CreateUserPoolClient', { UserPoolId, ClientName: 'c', ...input })
    const invalidWrite =
      'InvalidParameterException: Invalid write attributes specified while creating a client'
    expect(await client({ WriteAttributes: ['email', 'custom:none'] })).toBe(invalidWrite)
    expect(await client({ WriteAttributes: ['custom:age'] })).toBe(invalidWrite)
    expect(await client({ ReadAttributes: ['custom:none'] })).toMatch('Invalid read attributes')
    const { ClientId } = await createdClient(pool, UserPoolId, {
      ReadAttributes: ['custom:age'],
      WriteAttributes: ['email'],
    })
    const { AccessToken, IdToken } = await signedIn(pool, ClientId, 'ann')
    const claims = claimsOf(IdToken)
    expect(claims['custom:age']).toBe('19')
    expect(claims).not.toHaveProperty('email')
    const { UserAttributes } = await pool.succeed('GetUser', { AccessToken })
    expect(UserAttributes?.map(({ Name }) => Name)).toEqual(['sub', 'custom:age'])
    expect(
      await pool.refusal('UpdateUserAttributes', {
        AccessToken,
        UserAttributes: listed({ 'custom:age': '20' }),
      }),
    ).toBe('NotAuthorizedException: A client attempted to write unauthorized attribute')
  },
})
