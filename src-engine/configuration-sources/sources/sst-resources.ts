import {
  isJsonObject,
  parseJsonObject,
  parseTolerantly,
  textMember,
  type JsonObject,
} from '../../import/json-object.ts'
import type { ConfigurationSource, FoundValue } from '../configuration-source.ts'
import { membersAt, type MemberField } from '../members.ts'
import { readNamedValue } from '../named-value.ts'
import type { SourceDocument } from '../source-document.ts'
import { environmentFileSource } from './environment-file.ts'

/** A resource that is linked, as `Resource.NAME` of SST’s SDK has it, and where it stands. */
interface LinkedResource {
  readonly name: string
  readonly resource: JsonObject
  readonly place: string
}

const assignment = /^\s*(?:export\s+)?SST_RESOURCE_(\w+)=\s*(['"]?)(\{.*\})\2\s*$/

/** By name in JSON, as one variable of the environment for each, or a variable with JSON in JSON. */
function resourcesIn({ json, text }: SourceDocument): readonly LinkedResource[] {
  if (json !== undefined) return linkedIn(json, '')
  return text.split('\n').flatMap((line, at) => {
    const [, name = '', , value = ''] = assignment.exec(line) ?? []
    const resource = parseJsonObject(value)
    return resource === undefined ? [] : [{ name, resource, place: `line ${String(at + 1)}` }]
  })
}

function linkedIn(json: unknown, path: string): readonly LinkedResource[] {
  if (!isJsonObject(json)) return []
  return Object.entries(json).flatMap(([key, value]): readonly LinkedResource[] => {
    const name = key.replace(/^SST_RESOURCE_/, '')
    const place = path === '' ? key : `${path}.${key}`
    const isVariable = key !== name && typeof value === 'string'
    const resource = isVariable ? parseTolerantly(value) : value
    if (!isJsonObject(resource)) return []
    return textMember(resource, 'type')?.startsWith('sst.') === true
      ? [{ name, resource, place }]
      : linkedIn(resource, place)
  })
}

/** The members of each kind of resource that a connection can use. */
const members: Readonly<Record<string, readonly MemberField[]>> = {
  'sst.aws.CognitoUserPoolClient': [
    ['id', 'clientId'],
    ['secret', 'clientSecret'],
  ],
  'sst.aws.CognitoUserPool': [['id', 'userPoolId']],
}

function valuesOf({ name, place, resource }: LinkedResource): readonly FoundValue[] {
  const type = textMember(resource, 'type') ?? ''
  const fields = members[type]
  if (fields === undefined)
    return readNamedValue({ name, place, value: textMember(resource, 'value') ?? '' })
  const client = type.endsWith('Client') ? name : undefined
  return membersAt(resource, fields, client).map((value) => ({
    ...value,
    place: `${place}${place.startsWith('line ') ? ', ' : '.'}${value.place}`,
  }))
}

/** What SST links to a function: `Resource` as JSON, or the variables of `sst shell`. */
export const sstResourcesSource: ConfigurationSource = {
  id: 'sst-resources',
  title: 'SST resources',
  recognises: (document) => resourcesIn(document).length > 0,
  read: (document) => {
    const linked = resourcesIn(document).flatMap(valuesOf)
    if (document.json !== undefined) return linked
    // The variables beside them, on the same lines.
    const others = document.text
      .split('\n')
      .map((line) => (assignment.test(line) ? '' : line))
      .join('\n')
    return [...linked, ...environmentFileSource.read({ ...document, text: others })]
  },
}
