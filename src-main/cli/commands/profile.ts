import type { Connection } from '#engine/configuration-sources/connection.ts'
import { connectionName } from '#engine/configuration-sources/connection.ts'
import {
  recogniseFile,
  recogniseText,
  type NamedInput,
} from '#main/configuration-sources/recognise-file.ts'
import { connectionDraft } from '#main/profiles/connection-draft.ts'
import { exitStatus, UsageError, type Arguments, type Command } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { paint, stripControlCharacters } from '../paint.ts'
import { addedReport, connectionReport, connectionText } from '../profile/report.ts'
import { counted } from '#engine/units/counted.ts'

type Found = Extract<NamedInput, { kind: 'connections' }>

export const profile: Command = {
  name: 'profile',
  summary: 'Adds a profile from a configuration file, a URL or ids, and says what was found where.',
  usage: ['add FILE|- [--client NAME | --all] [--name NAME] [--dry-run] [--json]'],
  options: {
    client: { value: 'NAME', help: 'Of several app clients, the one with this name or id.' },
    all: { help: 'A profile for each app client that was found.' },
    name: { value: 'NAME', help: 'Name of the profile; by default that of the client.' },
    'dry-run': { help: 'Say what was found and what is missing, and store nothing.' },
    json: { help: 'One JSON object: source, connections, added.' },
  },
  notes: [
    'Reads amplify_outputs.json, aws-exports.js, amplifyconfiguration.json, .env files, outputs of',
    'CDK, CloudFormation and Terraform, terraform.tfstate, samconfig.toml, describe-user-pool-client,',
    'curl and AWS CLI commands, shared profiles, pool IDs, ARNs and URLs. With - from standard input.',
    '',
    'The profile is stored where the window finds it; a client secret is stored encrypted. That needs',
    'the application itself, with its window closed. --dry-run runs anywhere.',
    '',
    'Exit status: 0 added (or could be), 1 nothing was found or something is missing.',
  ],
  maxPositionals: 2,
  run: async (args, io) => {
    const [verb, path] = args.positionals
    if (verb !== 'add') throw new UsageError('Say what to do: profile add FILE.')
    if (path === undefined) throw new UsageError('Name the file to read, or - for standard input.')
    const input = path === '-' ? recogniseText(await io.readInput()) : await recogniseFile(path)
    if (input.kind !== 'connections') throw new Error(messageFor(input))
    const chosen = chosenConnections(input, args)
    const dry = args.has('dry-run')
    const missing = chosen.some((one) => one.missing.length > 0)
    const added = dry || missing ? [] : await add(chosen, args, io)
    if (args.has('json')) {
      const connections = chosen.map(connectionReport)
      const { file, source } = input
      io.write(`${JSON.stringify({ source, file, connections, added })}\n`)
    } else {
      const colours = paint(io.colours)
      io.write(`${colours.strong(stripControlCharacters(titleOf(input)))}\n`)
      for (const one of chosen) io.write(`\n${connectionText(one, colours)}`)
      for (const { name } of added) io.write(`\n${stripControlCharacters(`Added “${name}”.`)}\n`)
    }
    if (!missing) return exitStatus.done
    if (!dry)
      io.error('Nothing was added: complete what is missing, or fill it in in the window.\n')
    return exitStatus.failed
  },
}

function messageFor(input: Exclude<NamedInput, Found>): string {
  switch (input.kind) {
    case 'recording':
      return `This is a recording (${input.source}), not a configuration. Open it with: open FILE.`
    case 'token':
      return 'This is a token, not a configuration. Decode it with: decode -.'
    case 'unknown':
      return input.message
  }
}

/** @throws UsageError where it is not clear which app client is meant */
function chosenConnections({ connections }: Found, args: Arguments): readonly Connection[] {
  const clientName = args.text('client')
  const known = connections.map(
    (one) => `${connectionName(one)} (${one.fields.clientId?.text ?? 'no client ID'})`,
  )
  if (clientName !== undefined) {
    const found = connections.filter(
      (one) =>
        one.fields.clientId?.text === clientName ||
        connectionName(one).toLowerCase() === clientName.toLowerCase(),
    )
    if (found.length > 0) return found
    throw new UsageError(`There is no app client “${clientName}”. Found: ${known.join(', ')}.`)
  }
  if (connections.length === 1 || args.has('all') || args.has('dry-run')) return connections
  throw new UsageError(
    `Several app clients were found: ${known.join(', ')}. Choose one with --client NAME, or --all.`,
  )
}

async function add(chosen: readonly Connection[], args: Arguments, io: CommandLineIo) {
  if (!io.openProfiles)
    throw new UsageError(
      'Only the application can store profiles: run authscope instead of node, or add --dry-run.',
    )
  const { maySealSecrets, profiles } = await io.openProfiles()
  const added = []
  for (const one of chosen) {
    const name = chosen.length === 1 ? args.text('name') : undefined
    const { clientSecret, ...draft } = connectionDraft(one, name)
    // In memory it would be gone with this process.
    const keeps = clientSecret && maySealSecrets
    if (clientSecret && !maySealSecrets)
      io.error('The client secret is not stored: choose how secrets are stored in the window.\n')
    added.push(addedReport(await profiles.create({ ...draft, ...(keeps && { clientSecret }) })))
  }
  return added
}

const titleOf = ({ connections, file, source }: Found): string =>
  `${file === '' ? '' : `${file}: `}${source}, ${counted(connections.length, 'app client')}`
