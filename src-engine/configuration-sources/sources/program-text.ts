import type { ConfigurationSource, FoundText, FoundValue } from '../configuration-source.ts'
import { decodedValue } from '../kubernetes-secret.ts'
import { readNamedValue } from '../named-value.ts'
import { lineAt, linesOf } from '../source-document.ts'

const named = String.raw`([A-Za-z_][\w.:-]*)`

const pairs = [
  // `userPoolId: 'x'`, `user_pool_id = "x"`, `let userPoolId: String? = "x"`
  /(?<![\w.-])([A-Za-z_][\w.-]*)["'`]?\s*(?::\s*\w+\??\s*=|=>|[:=])\s*(["'`])([^"'`\n]{3,300})\2/g,
  // `userPoolId: process.env.POOL ?? 'x'`, also over lines; bounded, to be linear in long lines
  /(?<![\w.-])([A-Za-z_][\w.-]*)["'`]?[ \t]{0,20}[:=]\s{0,40}(?:[^"'`\n,;:=]|\[["'][\w.-]{1,80}["']\]){1,200}?(?:\?\?|\|\|)\s{0,40}(["'`])([^"'`\n]{3,300})\2/g,
  // A line of YAML, of properties or of printed outputs: `- app:userPoolId: x # dev`
  new RegExp(
    String.raw`^[ \t]*(?:-[ \t]+)?${named}[ \t]*[:=][ \t]*([^\s"'\`{[#][^\n#]*)(?:(?<=[ \t])#.*)?$`,
    'gm',
  ),
  // `ENV USER_POOL_ID=x CLIENT_ID=y`, `docker run -e USER_POOL_ID=x`
  /[ \t]([A-Z][A-Z0-9_]+)=([^\s"'`]+)/g,
  // `- name: USER_POOL_ID` and `value: x` in the next line, as of Kubernetes and CloudFormation
  /^[ \t]*(?:-[ \t]+)?(?:name|key|OutputKey|ParameterKey):[ \t]*["']?([\w./-]+)["']?[ \t]*\n[ \t]*\w*value:[ \t]*["']?([^\s"'#]+)/gim,
  // `<string name="pool_id">x</string>`, `<add key="UserPoolId" value="x" />`
  /name="([\w.-]+)"[^>]*>([^<\n]+)</g,
  new RegExp(String.raw`(?:name|key)="${named}"\s+value="([^"<\n]+)"`, 'gi'),
  // A property list: `<key>UserPoolId</key><string>x</string>`
  new RegExp(String.raw`<key>${named}</key>\s*<string>([^<\n]+)</string>`, 'g'),
  new RegExp(String.raw`<${named}>([^<\n]{3,300})</`, 'g'),
]

function namedIn(text: string): readonly FoundValue[] {
  const found = pairs.flatMap((pair) =>
    [...text.matchAll(pair)].map((match) => ({
      name: match[1] ?? '',
      value: match.at(-1) ?? '',
      index: match.index,
    })),
  )
  const placeOf = linesOf(text)
  const plain = plainValuesIn(text)
  return found
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ index, name, value }) =>
      readNamedValue({ name, value: plain(value, index), place: placeOf(index) }),
    )
}

/** Values in plain text: a Kubernetes Secret has them in base64. */
function plainValuesIn(text: string): (value: string, index: number) => string {
  let end = 0
  const secrets = text.split(/(?=^---)/m).flatMap((manifest) => {
    const start = end
    end += manifest.length
    return /^kind:[ \t]*Secret[ \t]*$/m.test(manifest) ? [{ start, end }] : []
  })
  return (value, index) =>
    secrets.some((secret) => index >= secret.start && index < secret.end)
      ? decodedValue(value)
      : value
}

/** Program text, YAML, XML or TOML that has ids under names: `Amplify.configure({ … })`. */
export const programTextSource: ConfigurationSource = {
  id: 'program-text',
  title: 'source or configuration text',
  recognises: ({ text }) => namedIn(text).some(({ field }) => isId(field)),
  read: ({ text }) => {
    const named = namedIn(text)
    const has = (field: FoundValue['field']) => named.some((one) => one.field === field)
    return [
      ...(has('userPoolId') ? [] : unnamedPoolIn(text)),
      ...named,
      ...(has('clientId') ? [] : unnamedClientIn(text)),
    ]
  },
}

/** `new CognitoUserPool('eu-west-1_x', …)`: a pool ID needs no name where there is only one. */
const unnamedPoolIn = (text: string): readonly FoundText[] =>
  onlyOne('userPoolId', text, [
    ...text.matchAll(/(?<![\w-])[a-z]{2,4}(?:-[a-z]+)+-\d+_[0-9a-zA-Z]+/g),
  ])

/** `audience: [x]` of a JWT authorizer: neither does an app client ID, unless it may be a secret. */
const unnamedClientIn = (text: string): readonly FoundText[] =>
  onlyOne(
    'clientId',
    text,
    [...text.matchAll(/(?<![\w./-])(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{25,26}(?![\w./-])/g)].filter(
      ({ index }) => !/secret|pass|token|private/i.test(text.slice(lineStart(text, index), index)),
    ),
  )

const lineStart = (text: string, index: number): number => text.lastIndexOf('\n', index) + 1

/** What was found, if it is the same wherever it stands. */
function onlyOne(
  field: FoundText['field'],
  text: string,
  found: readonly RegExpExecArray[],
): readonly FoundText[] {
  const [first] = found
  if (!first || found.some(([id]) => id !== first[0])) return []
  return [{ field, text: first[0], place: lineAt(text, first.index) }]
}

const isId = (field: FoundValue['field']): boolean => field === 'userPoolId' || field === 'clientId'
