import { Secret } from '#engine/secret/secret.ts'
import { fetchPublic } from '#main/http/fetch-public.ts'
import { expectedPool, reportTokens, type ExpectedPool } from '#main/tokens/report.ts'
import { exitStatus, UsageError, type Command, type Arguments } from '../command.ts'
import { networkFrom, networkOptions } from '../network-options.ts'
import { paint } from '../paint.ts'
import { findingsText } from '../token-text.ts'

export const verify: Command = {
  name: 'verify',
  summary: 'Checks a token against a pool: signature, issuer, app client, use and times.',
  usage: [
    '--user-pool-id P --client-id C [--endpoint URL] [-|TOKEN] [--json]',
    '--issuer URL --client-id C [-|TOKEN] [--json]',
  ],
  options: {
    'user-pool-id': { value: 'P', help: 'The pool that should have issued the token.' },
    endpoint: { value: 'URL', help: 'URL of the pool, if not at AWS.' },
    issuer: { value: 'URL', help: 'The expected issuer, instead of a pool ID.' },
    'client-id': { value: 'C', help: 'The expected app client.' },
    use: { value: 'id|access', help: 'The expected token_use; either by default.' },
    ...networkOptions,
    json: { help: 'One JSON object: valid, use, summary, header, claims, findings.' },
  },
  notes: [
    'The token is read from standard input unless it is an argument. The keys are fetched from the',
    'pool. Exit status 0 when the signature was checked and nothing is wrong, else 1.',
  ],
  maxPositionals: 1,
  run: async (args, io) => {
    const pool = poolOf(args)
    const network = networkFrom(args, io)
    const expectedUse = useOf(args.text('use'))
    const [word = '-'] = args.positionals
    const token = Secret.of('text', word === '-' ? await io.readInput() : word)
    const [report] = await reportTokens([{ token, expectedUse }], pool, {
      fetchPublic: (url) => fetchPublic(url, network),
      now: Date.now,
    })
    const findings = report?.findings ?? []
    const valid =
      findings.some(({ code }) => code === 'signature-valid') &&
      findings.every(({ level }) => level !== 'bad')
    const colours = paint(io.colours)
    if (args.has('json')) io.write(`${JSON.stringify({ valid, ...report })}\n`)
    else
      io.write(
        `${report?.summary ?? ''}\n${findingsText(findings, colours)}${valid ? colours.good('Valid.') : colours.bad('Not valid.')}\n`,
      )
    return valid ? exitStatus.done : exitStatus.failed
  },
}

function poolOf(args: Arguments): ExpectedPool {
  const clientId = args.text('client-id')
  const issuer = args.text('issuer')
  const userPoolId = args.text('user-pool-id')
  if (clientId === undefined)
    throw new UsageError('--client-id is needed: a token of another app client must not pass.')
  if ((issuer === undefined) === (userPoolId === undefined))
    throw new UsageError('One of --user-pool-id and --issuer is needed, and not both.')
  if (userPoolId !== undefined)
    return expectedPool(userPoolId, clientId, args.text('endpoint') ?? '')
  if (issuer === undefined || !URL.canParse(issuer))
    throw new UsageError(`--issuer takes a URL, not “${issuer ?? ''}”.`)
  return { issuers: [issuer], clientId }
}

function useOf(text: string | undefined): 'id' | 'access' | undefined {
  if (text === undefined || text === 'id' || text === 'access') return text
  throw new UsageError(`--use takes id or access, not “${text}”.`)
}
