import type { TokenLab } from '#contract/routes/tokens.ts'
import { whyAbsent } from '#engine/tokens/why-absent.ts'
import { tokenLab } from '#main/tokens/token-lab.ts'
import { exitStatus, type Command } from '../command.ts'
import { paint, stripControlCharacters, type Paint } from '../paint.ts'
import { tokenText } from '../token-text.ts'

export const decode: Command = {
  name: 'decode',
  summary: 'Reads tokens, explains and compares their claims; checks nothing over the network.',
  usage: ['[TOKEN|-] [--json]'],
  options: {
    claim: { value: 'NAME', help: 'Say why the claim is not in the token.' },
    json: {
      help: 'One JSON object: the first token’s use, summary, header, claims, findings; all tokens.',
    },
  },
  notes: [
    'Without TOKEN, or with -, standard input is read: a token, or text that contains tokens, such as',
    'JSON from the AWS CLI, a curl command, cookies or .env lines. Two tokens with the same token_use',
    'are compared.',
  ],
  maxPositionals: 1,
  run: async (args, io) => {
    const [word = '-'] = args.positionals
    const lab = await tokenLab(word === '-' ? await io.readInput() : word, [], undefined, {
      now: Date.now,
      // No pool is known, so that no keys are asked for.
      fetchPublic: () => Promise.reject(new Error('nothing is fetched')),
    })
    if (lab.tokens.length === 0)
      io.error('There is no token in it. Pass one, or text with one in it on standard input.\n')
    const name = args.text('claim')
    const absences = lab.tokens.flatMap(({ report: { claims, use } }) => {
      if (name === undefined || !claims || (use !== 'id' && use !== 'access')) return []
      return [
        { use, why: whyAbsent(name, use, claims) ?? `It is ${JSON.stringify(claims[name])}.` },
      ]
    })
    io.write(
      args.has('json')
        ? `${JSON.stringify({ ...lab.tokens[0]?.report, ...lab, ...(name !== undefined && { absences }) })}\n`
        : labText(lab, paint(io.colours)) +
            absences.map(({ use, why }) => `${name ?? ''} in the ${use} token: ${why}\n`).join(''),
    )
    const readable = lab.tokens.some(({ report: { claims, use } }) => claims ?? use === 'refresh')
    return readable ? exitStatus.done : exitStatus.failed
  },
}

function labText({ comparison, tokens }: TokenLab, painted: Paint): string {
  return [
    ...tokens.map(({ from, report, verifiers }) =>
      [
        from === '' ? '' : `${painted.faint(stripControlCharacters(from))}\n`,
        tokenText(report, painted, true),
        ...verifiers.flatMap(({ refusals, verifier }) =>
          refusals.map(
            ({ actual, claim, error, expected }) =>
              `  ${painted.faint(`${verifier} refuses it: ${error}; ${claim} is ${stripControlCharacters(actual)}, expected ${expected}`)}\n`,
          ),
        ),
      ].join(''),
    ),
    ...(comparison
      ? [
          `${painted.strong(`Token ${String(comparison.before + 1)} compared with token ${String(comparison.after + 1)}`)}\n`,
          ...comparison.differences.map(
            ({ after, before, expected, kind, name }) =>
              `  ${name}: ${expected ? 'new in every token' : kind}  ${painted.faint(stripControlCharacters(`${before} → ${after}`))}\n`,
          ),
        ]
      : []),
  ].join('\n')
}
