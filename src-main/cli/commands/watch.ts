import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { exitStatus, UsageError, type Arguments, type Command } from '../command.ts'
import { historyOptions, keptRunsFrom } from '../kept-runs.ts'
import { networkFrom, networkOptions } from '../network-options.ts'
import { assertOutputFiles, standardOutput } from '../output-files.ts'
import { faultArgument, portArgument } from '../pool/arguments.ts'
import { paint } from '../paint.ts'
import { argumentSecrets } from '../sign-in/argument-secrets.ts'
import { watchDestination } from '../watch/watch-destination.ts'
import { watchedCallReport, watchedCallText } from '../watch/watch-report.ts'

export const watch: Command = {
  name: 'watch',
  summary: 'Shows the sign-ins of another program, through an endpoint on this machine.',
  usage: [
    '--user-pool-id P [--client-id C] [--port N] [--har FILE] [--json]',
    '--practice [--port N] [--har FILE] [--json]',
  ],
  options: {
    practice: { help: 'In front of a built-in practice pool.' },
    region: { value: 'R', help: 'Region; by default that of the user pool ID.' },
    endpoint: { value: 'URL', help: 'URL of the Cognito API, if not at AWS.' },
    'user-pool-id': { value: 'P', help: 'User pool that the program signs in to.' },
    'client-id': { value: 'C', help: 'Its app client ID.' },
    'client-secret-env': {
      value: 'VAR',
      help: 'Variable that holds the client secret, to check SECRET_HASH.',
    },
    'totp-secret-env': {
      value: 'VAR',
      help: 'Variable that holds the user’s TOTP secret, to check its codes.',
    },
    port: { value: 'N', help: 'Port on 127.0.0.1; 9234 or any free port by default.' },
    'allow-origin': {
      value: 'ORIGIN',
      many: true,
      help: 'Also let pages of this origin call, such as https://app.example.',
    },
    fault: {
      value: 'NAME[:SETTINGS]',
      many: true,
      help: 'Inject a fault, as in throttling:times=2.',
    },
    https: { help: 'Serve HTTPS with a generated certificate, written to a file.' },
    sign: { help: 'Sign administrators’ calls again with your AWS credentials.' },
    'aws-profile': { value: 'NAME', help: 'Profile of ~/.aws/config, for --sign.' },
    ...networkOptions,
    ...historyOptions,
    har: { value: 'FILE', help: 'Write every chain as HAR 1.2, redacted, at the end.' },
    json: { help: 'One JSON object per line: the endpoint first, then each call.' },
  },
  notes: [
    'Point the program at the endpoint, for example with',
    '  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=http://127.0.0.1:9234',
    'Calls and responses are forwarded unchanged. It runs until interrupted.',
  ],
  run: async (args, io) => {
    const port = portArgument(args.text('port'))
    const wantedFaults = args.texts('fault').map(faultArgument)
    const allowedOrigins = originsOf(args)
    const network = networkFrom(args, io)
    const [{ startWatch }, { createActiveFaults }, { faultsOnTheWay }] = await Promise.all([
      import('#main/watch/watch.ts'),
      import('#pool/faults/active-faults.ts'),
      import('#main/watch/faults-on-the-way.ts'),
    ])
    const unsuitable = wantedFaults.find(
      ({ name }) => !faultsOnTheWay.some((one) => one.name === name),
    )
    if (unsuitable)
      throw new UsageError(`The fault ${unsuitable.name} works only in the practice pool.`)
    const faults = createActiveFaults(randomBytes, () => undefined)
    for (const { name, settings } of wantedFaults) faults.turnOn(name, settings)
    const certificate = args.has('https') ? await certificateFile(io) : undefined
    const har = await harFile(args)
    for (const file of har?.recovered ?? [])
      io.error(`An earlier watch was killed; the calls that it had written are in ${file}.\n`)
    const destination = await watchDestination(args, io)
    const { practice, secretOf, target, targetOf, triggersOf, upstream } = destination
    const totpSecret = argumentSecrets(args, io).fromEnvironment('totp-secret-env', 'totp secret')
    const sign = await signer(args, target.region)
    const asJson = args.has('json')
    const colours = paint(io.colours)
    const keptRunsOf = keptRunsFrom(args, io)
    const start = (wanted: number | undefined) =>
      startWatch({
        upstream,
        allowedOrigins,
        faults,
        network,
        ...(wanted !== undefined && { port: wanted }),
        ...(triggersOf && { triggersOf }),
        ...(certificate && { certificate }),
        ...(sign && { sign }),
        ...(keptRunsOf && { keptRunsOf }),
        profileOf: ({ clientId }) => {
          const clientSecret = secretOf(clientId || target.clientId)
          return {
            profileId: '',
            target: targetOf(clientId),
            ...(clientSecret && { clientSecret }),
            ...(totpSecret && { totpSecretOf: () => totpSecret }),
          }
        },
        randomBytes,
        now: Date.now,
        application: `Authscope ${io.version}`,
        grown: (chain, fresh) => {
          if (!fresh.some(({ type }) => type === 'attempted')) return
          const report = watchedCallReport(chain)
          if (report)
            io.write(
              asJson ? `${JSON.stringify(report)}\n` : watchedCallText(report, new Date(), colours),
            )
        },
        closed: (chain) => har?.add(chain.stored()),
        refused: (why) => {
          io.error(`${why}\n`)
        },
      })
    try {
      const watching =
        port === undefined
          ? await start(defaultPort).catch(() => start(undefined))
          : await start(port)
      io.write(
        asJson
          ? `${JSON.stringify({ type: 'watching', endpoint: watching.url, upstream: upstream.href, target, ...(practice && { practice }) })}\n`
          : `Watching ${target.userPoolId || upstream.host}${practice ? ' (practice pool)' : ''} at ${watching.url}\n`,
      )
      await new Promise<void>((resolve) => {
        if (io.interrupted.aborted) resolve()
        io.interrupted.addEventListener('abort', () => {
          resolve()
        })
      })
      await watching.stop()
    } finally {
      await destination.close()
      if (certificate) await rm(certificate.path, { force: true })
    }
    await har?.close()
    return exitStatus.done
  },
}

/** The port that is tried first, so that a configured application finds the watch again. */
const defaultPort = 9234

/** The key stays in memory; the certificate is public, and has to be trusted from a file. */
async function certificateFile(io: CommandLineIo) {
  const { makeCertificate } = await import('#main/watch/certificate.ts')
  const certificate = await makeCertificate(Date.now())
  const path = join(tmpdir(), `authscope-watch-${String(process.pid)}.pem`)
  await writePrivateFile(path, certificate.cert)
  io.error(
    `The certificate is in ${path}. Let the program trust it: NODE_EXTRA_CA_CERTS, AWS_CA_BUNDLE, or its settings.\n`,
  )
  return { ...certificate, path }
}

async function signer(args: Arguments, region: string) {
  const profile = args.text('aws-profile')
  if (!args.has('sign') && profile === undefined) return undefined
  const { signAgain } = await import('#main/watch/sign-again.ts')
  return signAgain({ kind: 'chain', ...(profile !== undefined && { profile }) }, region)
}

async function harFile(args: Arguments) {
  const path = args.text('har')
  if (path === undefined) return undefined
  if (path === standardOutput)
    throw new UsageError('--har of watch takes a file: calls are written to standard output.')
  await assertOutputFiles([path], args)
  const { HarFile } = await import('#main/export/har-file.ts')
  return new HarFile(path)
}

function originsOf(args: Arguments): readonly string[] {
  return args.texts('allow-origin').map((text) => {
    const origin = URL.canParse(text) ? new URL(text).origin : 'null'
    if (origin !== 'null') return origin
    throw new UsageError(
      `--allow-origin takes an origin such as https://app.example, not “${text}”.`,
    )
  })
}
