import type { TokenReport } from '#contract/routes/tokens.ts'
import { checkClaims } from '#engine/tokens/check-claims.ts'
import { readToken } from '#engine/tokens/read-token.ts'
import { exitStatus, type Command } from '../command.ts'
import { paint } from '../paint.ts'
import { tokenText } from '../token-text.ts'

export const decode: Command = {
  name: 'decode',
  summary: 'Reads a token and explains each claim; checks nothing over the network.',
  usage: ['[TOKEN|-] [--json]'],
  options: { json: { help: 'One JSON object: use, summary, header, claims, findings.' } },
  notes: ['Without TOKEN, or with -, the token is read from standard input.'],
  maxPositionals: 1,
  run: async (args, io) => {
    const [word = '-'] = args.positionals
    const read = readToken(word === '-' ? await io.readInput() : word)
    const { claims, header, summary, use } = read
    const now = Date.now()
    const report: TokenReport = {
      use,
      summary,
      ...(header && { header: { ...header } }),
      ...(claims && { claims: { ...claims } }),
      findings: [...read.findings, ...checkClaims(read, { issuers: [], clientId: '', now })],
    }
    io.write(
      args.has('json') ? `${JSON.stringify(report)}\n` : tokenText(report, paint(io.colours), true),
    )
    return (claims ?? use === 'refresh') ? exitStatus.done : exitStatus.failed
  },
}
