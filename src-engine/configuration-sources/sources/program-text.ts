import type { ConfigurationSource, FoundValue } from '../configuration-source.ts'
import { readNamedValue } from '../named-value.ts'
import { lineAt } from '../source-document.ts'

/** `userPoolId: 'x'`, `user_pool_id = "x"`, `<string name="pool_id">x</string>`. */
const pairs = [
  /["'`]?([A-Za-z_][\w.-]*)["'`]?\s*(?:=>|[:=])\s*(["'`])([^"'`\n]{3,300})\2/g,
  /^[ \t]*-?[ \t]*([A-Za-z_][\w.-]*)\s*[:=]\s*([^\s"'`{[#][^\n#]*?)[ \t]*$/gm,
  /name="([\w.-]+)"[^>]*>([^<\n]+)</g,
]

function namedIn(text: string): readonly FoundValue[] {
  const found = pairs.flatMap((pair) =>
    [...text.matchAll(pair)].map((match) => ({
      name: match[1] ?? '',
      value: match.at(-1) ?? '',
      index: match.index,
    })),
  )
  return found
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ index, name, value }) =>
      readNamedValue({ name, value, place: lineAt(text, index) }),
    )
}

/** Program text, YAML, XML or TOML in which ids stand under names: `Amplify.configure({ … })`. */
export const programTextSource: ConfigurationSource = {
  id: 'program-text',
  title: 'source or configuration text',
  recognises: ({ text }) => namedIn(text).some(({ field }) => isId(field)),
  read: ({ text }) => namedIn(text),
}

const isId = (field: FoundValue['field']): boolean => field === 'userPoolId' || field === 'clientId'
