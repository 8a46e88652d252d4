import type { ConfigurationSource } from '../configuration-source.ts'
import { readNamedValue } from '../named-value.ts'

const assignment = /^\s*(?:export\s+|set\s+|\$env:)?([A-Za-z_][\w.]*)\s*=\s*(.*?)\s*$/i

/** `NAME=value`, `NAME="value" # why`; the value without quotes and remark. */
function valueOf(written: string): string {
  const quoted = /^(["'`])(.*?)\1/s.exec(written)
  return quoted ? (quoted[2] ?? '') : written.replace(/\s+#.*$/, '')
}

/** `.env` of any framework, and the same as `export` lines of a shell. */
export const environmentFileSource: ConfigurationSource = {
  id: 'environment-file',
  title: '.env file',
  recognises: ({ text }) => {
    const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line))
    return lines.length > 0 && lines.every((line) => assignment.test(line) && !/^\s*\[/.test(line))
  },
  read: ({ text }) =>
    text.split('\n').flatMap((line, at) => {
      const [, name, value] = assignment.exec(line) ?? []
      return name === undefined || value === undefined
        ? []
        : readNamedValue({ name, value: valueOf(value), place: `line ${String(at + 1)}` })
    }),
}
