import { xmlText } from '#main/diagnosis/xml-text.ts'
import type { RecipeFileResult } from './recipe-files.ts'

/** A JUnit report: a suite for each file, with a test case for the sign-in and for each call. */
export function recipeJunit(files: readonly RecipeFileResult[]): string {
  const suites = files.map(suite)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="authscope recipe run">',
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite({ file, problems, result }: RecipeFileResult): readonly string[] {
  const parts = result?.parts ?? []
  const failures = parts.filter(({ checks }) => checks.some(({ passed }) => !passed)).length
  const counts = `tests="${String(parts.length + problems.length)}" failures="${String(failures)}" errors="${String(problems.length)}"`
  return [
    `  <testsuite name="${xmlText(result?.name ?? file)}" file="${xmlText(file)}" ${counts}>`,
    ...problems.map(({ column, line, message }) => {
      const place =
        line === undefined ? '' : `line ${String(line)}, column ${String(column ?? 1)}: `
      return `    <testcase name="${xmlText(file)}" classname="${xmlText(file)}" time="0"><error message="${xmlText(`${place}${message}`)}"/></testcase>`
    }),
    ...parts.map(({ checks, name, serviceMs }) => {
      const failed = checks.filter(({ passed }) => !passed)
      const head = `    <testcase name="${xmlText(name)}" classname="${xmlText(file)}" time="${(serviceMs / 1000).toFixed(3)}"`
      if (failed.length === 0) return `${head}/>`
      const lines = failed.map(
        ({ actual, expected, what }) => `${what}: expected ${expected}, was ${actual}`,
      )
      return `${head}><failure message="${xmlText(lines[0] ?? '')}">${xmlText(lines.join('\n'))}</failure></testcase>`
    }),
    '  </testsuite>',
  ]
}
