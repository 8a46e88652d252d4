import type { PlannedText, PlannedValue } from './chain-plan.ts'

/** How a language writes a value that is no object: a text, as an expression that is one. */
export interface TextSyntax {
  readonly literal: (value: string | number | boolean | null) => string
  readonly environment: (name: string) => string
  /** Absent where the code cannot read from standard input, so that no value is planned so. */
  readonly prompt?: (name: string, member: string) => string
  readonly answer: (step: number, path: readonly string[]) => string
  readonly secretHash: (over: string) => string
  readonly totpCode: string
  readonly srp: Readonly<Record<'A' | 'signature' | 'timestamp', string>>
}

/** How a language writes the values of a call. */
export interface CodeSyntax extends TextSyntax {
  /** What stands around the members of an object; braces where it is absent. */
  readonly brackets?: readonly [open: string, close: string]
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
  const [open, close] = syntax.brackets ?? ['{', '}']
  switch (value.from) {
    case 'list':
      return `[${value.items.map((item) => writeValue(item, syntax, unit, indent)).join(', ')}]`
    case 'object':
      return value.members.length === 0
        ? open + close
        : `${open}\n${value.members
            .map(
              ([name, each]) =>
                `${deeper}${syntax.key(name)}${writeValue(each, syntax, unit, deeper)},\n`,
            )
            .join('')}${indent}${close}`
    default:
      return writeText(value, syntax)
  }
}

/** A value that is neither an object nor a list, as an expression of the language. */
export function writeText(value: PlannedText, syntax: TextSyntax): string {
  switch (value.from) {
    case 'literal':
      return syntax.literal(value.value)
    case 'environment':
      return syntax.environment(value.name)
    case 'prompt':
      return syntax.prompt?.(value.name, value.member) ?? syntax.environment(value.name)
    case 'answer':
      return syntax.answer(value.step, value.path)
    case 'secret hash':
      return syntax.secretHash(writeText(value.over, syntax))
    case 'totp code':
      return syntax.totpCode
    case 'srp':
      return syntax.srp[value.what]
  }
}
