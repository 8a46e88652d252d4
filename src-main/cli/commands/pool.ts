import { readFile } from 'node:fs/promises'
import { faultLines } from '#pool/faults/fault-text.ts'
import { exitStatus, type Command } from '../command.ts'
import { faultArgument, portArgument } from '../pool/arguments.ts'

export const pool: Command = {
  name: 'pool',
  summary: 'Runs a practice pool on this machine until it is interrupted.',
  usage: ['[--port N] [--config FILE] [--fault NAME[:SETTINGS]]…'],
  options: {
    port: { value: 'N', help: 'Port on 127.0.0.1; any free one when not given.' },
    config: {
      value: 'FILE',
      help: 'Pools, clients and users as JSON; the default ones if absent.',
    },
    fault: {
      value: 'NAME[:SETTINGS]',
      many: true,
      help: 'Enable a fault, as in throttling:times=2.',
      formerly: 'trouble',
    },
  },
  notes: [
    'The first line on standard output is a JSON object: endpoint, region, userPoolId, issuer,',
    'clients (by name: clientId, clientSecret) and users (with their passwords). It binds to',
    'loopback only, and guards nothing: everything in it is practice.',
    '',
    'Faults and their settings, as they are when not given (operations are joined by +):',
    ...faultLines(),
  ],
  run: async (args, io) => {
    const config = args.text('config')
    const port = portArgument(args.text('port'))
    const faults = args.texts('fault').map(faultArgument)
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
    for (const { name, settings } of faults) server.faults.turnOn(name, settings)
    io.write(`${JSON.stringify(server.describe())}\n`)
    void server.prepare()
    const stop = server.subscribe((event) => {
      if (event.kind === 'message')
        io.error(`To ${event.message.destination}: ${event.message.text}\n`)
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
