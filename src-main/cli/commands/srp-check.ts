import { readFile } from 'node:fs/promises'
import { checkValues, type ValueCheck } from '#engine/srp-xray/check-values.ts'
import { readPastedValues, valueNames } from '#engine/srp-xray/pasted-values.ts'
import { textOfBytes } from '#main/import/text-of-bytes.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'
import { paint, stripControlCharacters, type Paint } from '../paint.ts'

export const srpCheck: Command = {
  name: 'srp-check',
  summary: 'Checks the SRP values of another implementation against each other.',
  usage: ['FILE|- [--json]'],
  options: { json: { help: 'One JSON object: each value, what it should be, and why.' } },
  notes: [
    'FILE contains a JSON object or lines such as “u = 3fa0…”; values are hex, decimal or base64.',
    `Names: ${valueNames.slice(0, 12).join(', ')},`,
    `${valueNames.slice(12).join(', ')}.`,
    'SRP_A, SRP_B, SECRET_BLOCK and the like are recognised too.',
    'Each value is checked against what follows from those before it, so that the first wrong one is',
    'the wrong step. What is not in the file is computed where possible. Nothing is sent.',
    '',
    'Exit status: 0 all values are correct, 4 a value is wrong, 1 nothing could be checked.',
  ],
  maxPositionals: 1,
  run: async (args, io) => {
    const [file] = args.positionals
    if (file === undefined) throw new UsageError('srp-check takes a file, or - for standard input.')
    const text = file === '-' ? await io.readInput() : textOfBytes(await readFile(file))
    const { unknown, values } = readPastedValues(text)
    const checks = checkValues(values, nativeModPow)
    if (checks.length === 0)
      io.error('There are no SRP values in it. “srp-check --help” lists their names.\n')
    if (unknown.length > 0)
      io.error(`These names are not known: ${unknown.map(stripControlCharacters).join(', ')}.\n`)
    io.write(
      args.has('json')
        ? `${JSON.stringify({ checks })}\n`
        : checks.map((check) => checkLine(check, paint(io.colours))).join(''),
    )
    if (checks.some(({ verdict }) => verdict === 'wrong')) return exitStatus.refused
    return checks.some(({ verdict }) => verdict === 'right') ? exitStatus.done : exitStatus.failed
  },
}

function checkLine(
  { expected, formula, name, reason, verdict }: ValueCheck,
  painted: Paint,
): string {
  const colour = { right: painted.strong, wrong: painted.bad, unchecked: painted.faint }[verdict]
  return [
    `${name.padEnd(10)} ${colour(verdict.padEnd(9))} ${reason === '' ? painted.faint(formula) : reason}\n`,
    ...(verdict === 'wrong' ? [`${' '.repeat(21)}${painted.faint(`expected ${expected}`)}\n`] : []),
  ].join('')
}
