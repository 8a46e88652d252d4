import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { faultLines } from '#pool/faults/fault-text.ts'
import { textOfBytes } from '#main/import/text-of-bytes.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'
import { xrayLines } from '../pool/xray-lines.ts'
import { faultArgument, portArgument } from '../pool/arguments.ts'

export const pool: Command = {
  name: 'pool',
  summary: 'Runs a practice pool on this machine until it is interrupted.',
  usage: ['[--port N] [--config FILE] [--fault NAME[:SETTINGS]]…'],
  options: {
    port: { value: 'N', help: 'Port on 127.0.0.1; any free port by default.' },
    config: {
      value: 'FILE',
      help: 'Pools, clients and users as JSON; the built-in ones by default.',
    },
    fault: {
      value: 'NAME[:SETTINGS]',
      many: true,
      help: 'Enable a fault, as in throttling:times=2.',
      formerly: 'trouble',
    },
    'allow-origin': {
      value: 'ORIGIN',
      many: true,
      help: 'Also let pages of this origin call the pool.',
    },
    'srp-xray': {
      help: 'Name what is wrong with the SRP of a client that signs in here; see below.',
    },
    outbox: {
      help: 'Let other programs read the outbox; prints its token.',
    },
    trigger: {
      value: 'TARGET=FILE',
      many: true,
      help: 'Run JavaScript for an ARN, POOL_ID/TRIGGER or TRIGGER.',
    },
  },
  notes: [
    'The first line on standard output is a JSON object: endpoint, region, userPoolId, issuer,',
    'clients (by name: clientId, clientSecret) and users (with their passwords). It binds to',
    'loopback only, and protects nothing: all of its data is for practice.',
    '',
    'With --srp-xray, each challenge tests for one known deviation, and wrong proofs lock nobody',
    'out: sign in with the right password, again and again, until standard error names the',
    'deviation. A correct client is accepted at once.',
    '',
    'Faults and their settings with the defaults (join operations with +):',
    ...faultLines(),
  ],
  run: async (args, io) => {
    const config = args.text('config')
    const port = portArgument(args.text('port'))
    const faults = args.texts('fault').map(faultArgument)
    const { startPracticeServer } = await import('#pool/practice-server.ts')
    const { readConfigurationText } = await import('#pool/configuration/read-configuration.ts')
    const { outboxPath } = await import('#pool/http/http-adapter.ts')
    const { nativeModPow } = await import('#main/srp/native-mod-pow.ts')
    const { defaultConfiguration } = await import('#pool/default-configuration.ts')
    const { withFunctionFiles } = await import('#pool/configuration/function-files.ts')
    const configuration =
      config === undefined
        ? defaultConfiguration
        : readConfigurationText(
            await withFunctionFiles(textOfBytes(await readFile(config)), (path) =>
              readFile(resolve(dirname(config), path), 'utf8'),
            ),
          )
    const outboxToken = args.has('outbox') ? randomBytes(16).toString('hex') : undefined
    const server = await startPracticeServer({
      modPow: nativeModPow,
      allowedOrigins: args.texts('allow-origin'),
      ...(outboxToken !== undefined && { outboxToken }),
      ...(port !== undefined && { port }),
      configuration: {
        ...configuration,
        functions: { ...configuration.functions, ...(await functionsOf(args.texts('trigger'))) },
      },
    })
    for (const { name, settings } of faults) server.faults.turnOn(name, settings)
    server.srpXray.turn(args.has('srp-xray'))
    io.write(`${JSON.stringify(server.describe())}\n`)
    if (outboxToken !== undefined)
      io.error(
        `Outbox: ${server.endpoint}${outboxPath} with Authorization: Bearer ${outboxToken}\n`,
      )
    void server.prepare()
    const newXrayLines = xrayLines(() => server.srpXray.reports())
    const isNewlyUnknown = (operation: string) =>
      /^\w+$/.test(operation) && server.unknownOperations()[operation] === 1
    const stop = server.subscribe((event) => {
      if (event.kind === 'message')
        io.error(`To ${event.message.destination}: ${event.message.text}\n`)
      if (event.kind === 'call' && event.operation.endsWith('RespondToAuthChallenge'))
        for (const line of newXrayLines()) io.error(line)
      // The answer has no text, as Cognito's has none, so that this line alone says what is missing.
      if (event.kind === 'call' && isNewlyUnknown(event.operation))
        io.error(`${event.operation}: the practice pool does not have this operation.\n`)
      if (event.kind === 'without effect')
        io.error(`${event.operation}: has no effect here: ${event.members.join(', ')}.\n`)
    })
    await new Promise<void>((resolve) => {
      if (io.interrupted.aborted) resolve()
      io.interrupted.addEventListener('abort', () => {
        resolve()
      })
    })
    stop()
    await server.close()
    return exitStatus.done
  },
}

/** Reads the file of each `TARGET=FILE`. */
async function functionsOf(texts: readonly string[]): Promise<Record<string, string>> {
  const functions = texts.map(async (text) => {
    const at = text.lastIndexOf('=')
    if (at < 1) throw new UsageError(`--trigger takes TARGET=FILE, not “${text}”.`)
    return [text.slice(0, at), await readFile(text.slice(at + 1), 'utf8')] as const
  })
  return Object.fromEntries(await Promise.all(functions))
}
