import { readFile } from 'node:fs/promises'
import { readTroubleText, troubleLines, TroubleTextError } from '#pool/trouble/trouble-text.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'

export const pool: Command = {
  name: 'pool',
  summary: 'Runs a practice pool on this machine until it is interrupted.',
  usage: ['[--port N] [--config FILE] [--trouble NAME[:SETTINGS]]…'],
  options: {
    port: { value: 'N', help: 'Port on 127.0.0.1; any free one when not given.' },
    config: {
      value: 'FILE',
      help: 'Pools, clients and users as JSON; the default ones if absent.',
    },
    trouble: {
      value: 'NAME[:SETTINGS]',
      many: true,
      help: 'Makes the pool fail so, as in throttling:times=2.',
    },
  },
  notes: [
    'The first line on standard output is a JSON object: endpoint, region, userPoolId, issuer,',
    'clients (by name: clientId, clientSecret) and users (with their passwords). It binds to',
    'loopback only, and guards nothing: everything in it is practice.',
    '',
    'Troubles and their settings, as they are when not given (operations are joined by +):',
    ...troubleLines(),
  ],
  run: async (given, io) => {
    const config = given.text('config')
    const port = portOf(given.text('port'))
    const troubles = given.texts('trouble').map(troubleOf)
    const { startPracticeServer } = await import('#pool/practice-server.ts')
    const { readConfigurationText } = await import('#pool/configuration/read-configuration.ts')
    const { nativeModPow } = await import('#main/srp/native-mod-pow.ts')
    const server = await startPracticeServer({
      modPow: nativeModPow,
      ...(port !== undefined && { port }),
      ...(config !== undefined && {
        configuration: readConfigurationText(await readFile(config, 'utf8')),
      }),
    })
    for (const { name, settings } of troubles) server.troubles.turnOn(name, settings)
    io.write(`${JSON.stringify(server.describe())}\n`)
    void server.prepare()
    const stop = server.subscribe((event) => {
      if (event.kind === 'message')
        io.complain(`To ${event.message.destination}: ${event.message.text}\n`)
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

function troubleOf(text: string) {
  try {
    return readTroubleText(text)
  } catch (error) {
    if (error instanceof TroubleTextError) throw new UsageError(error.message)
    throw error
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new UsageError(`--port takes a number from 0 to 65535, not “${text}”.`)
}
