import type { PlannedValue } from './chain-plan.ts'

/** How a language writes the values of a call. */
export interface CodeSyntax {
  readonly literal: (value: string | number | boolean | null) => string
  readonly environment: (name: string) => string
  readonly answer: (step: number, path: readonly string[]) => string
  readonly secretHash: (over: string) => string
  readonly totpCode: string
  readonly srp: Readonly<Record<'A' | 'signature' | 'timestamp', string>>
  /** A member of an object before its value: `AuthFlow: ` or `"AuthFlow": `. */
  readonly key: (name: string) => string
}

/** A value as an expression of the language, indented by two or four spaces a level. */
export function writeValue(
  value: PlannedValue,
  syntax: CodeSyntax,
  unit: string,
  indent = '',
): string {
  const deeper = indent + unit
  switch (value.from) {
    case 'literal':
      return syntax.literal(value.value)
    case 'environment':
      return syntax.environment(value.name)
    case 'answer':
      return syntax.answer(value.step, value.path)
    case 'secret hash':
      return syntax.secretHash(writeValue(value.over, syntax, unit, indent))
    case 'totp code':
      return syntax.totpCode
    case 'srp':
      return syntax.srp[value.what]
    case 'list':
      return `[${value.items.map((item) => writeValue(item, syntax, unit, indent)).join(', ')}]`
    case 'object':
      return value.members.length === 0
        ? '{}'
        : `{\n${value.members
            .map(
              ([name, each]) =>
                `${deeper}${syntax.key(name)}${writeValue(each, syntax, unit, deeper)},\n`,
            )
            .join('')}${indent}}`
  }
}
