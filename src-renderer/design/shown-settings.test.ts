import { expect, it } from 'vitest'
import { settingsAsJson, shownSettings } from './shown-settings.ts'
import { shownDateAndTime } from './time.ts'

const member = (name: string, value: unknown) => ({ name, value: JSON.stringify(value) })

it('a date is written as the person’s locale writes it, and keeps the value that was read', () => {
  const instant = Date.UTC(2026, 10, 29, 12)
  const text = shownDateAndTime(instant)
  expect(
    shownSettings([
      member('CreationDate', instant / 1000),
      member('LastModifiedDate', '2026-11-29T12:00:00.000Z'),
    ]),
  ).toEqual([
    { name: 'CreationDate', text, raw: String(instant / 1000) },
    { name: 'LastModifiedDate', text, raw: '"2026-11-29T12:00:00.000Z"' },
  ])
})

it('what only ends like a date, or is no instant, stays as it is', () => {
  expect(
    shownSettings([
      member('CreationDate', 'soon'),
      member('CreationDate', 1e300),
      member('RefreshTokenValidity', 30),
    ]).map((shown) => 'text' in shown && shown.text),
  ).toEqual(['soon', '1e+300', '30'])
})

it('objects and lists are taken apart, and an item has its own name', () => {
  expect(
    shownSettings([
      member('Policies', { PasswordPolicy: { MinimumLength: 8, RequireSymbols: false } }),
      member('SchemaAttributes', [{ Name: 'email', Mutable: true }, { Mutable: false }]),
      member('ExplicitAuthFlows', ['ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH']),
    ]),
  ).toEqual([
    {
      name: 'Policies',
      members: [
        {
          name: 'PasswordPolicy',
          members: [
            { name: 'MinimumLength', text: '8' },
            { name: 'RequireSymbols', text: 'false' },
          ],
        },
      ],
    },
    {
      name: 'SchemaAttributes',
      items: [
        { name: 'email', members: [{ name: 'Mutable', text: 'true' }] },
        { name: '2', members: [{ name: 'Mutable', text: 'false' }] },
      ],
    },
    { name: 'ExplicitAuthFlows', text: 'ALLOW_USER_AUTH, ALLOW_CUSTOM_AUTH' },
  ])
})

it('what is empty says so, and text that is no JSON stays as it is', () => {
  expect(
    shownSettings([
      member('LambdaConfig', {}),
      member('AliasAttributes', []),
      member('Description', ''),
      { name: 'Validity', value: '60 minutes' },
    ]).map((shown) => 'text' in shown && shown.text),
  ).toEqual(['none', 'none', 'empty', '60 minutes'])
})

it('a part is one JSON object with the values that were read', () => {
  const members = [member('CreationDate', 1.5), { name: 'Validity', value: '60 minutes' }]
  expect(JSON.parse(settingsAsJson(members))).toEqual({
    CreationDate: 1.5,
    Validity: '60 minutes',
  })
})
