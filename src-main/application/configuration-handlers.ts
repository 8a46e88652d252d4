import { BridgeError } from '#contract/failure.ts'
import type { RecognisedConfiguration } from '#contract/routes/configurations.ts'
import { reveal } from '#engine/secret/secret.ts'
import { connectionName, type Connection } from '#engine/configuration-sources/connection.ts'
import type { NamedInput } from '#main/configuration-sources/recognise-file.ts'
import { UnreadableRecording } from '#main/import/read-recording.ts'
import type { Application, HandlersOf } from './application.ts'
import { offeredPath } from './offered-path.ts'

/** Dependencies of the handlers of configurations, in addition to the application. */
interface ConfigurationDependencies {
  readonly newId: () => string
}

/** Endings of the files that the dialog offers first; it offers all others too. */
const extensions = ['json', 'js', 'ts', 'env', 'toml', 'tfstate', 'yml', 'har', 'zip', 'log', 'txt']

/** What people have of their pool: read, shown, and made a profile when they say so. */
export function configurationHandlers({
  emit,
  newId,
  profiles,
  system,
}: Pick<Application, 'emit' | 'profiles' | 'system'> &
  ConfigurationDependencies): HandlersOf<'configuration'> {
  /** What was read last, with its client secrets; the next takes its place. */
  let read: { readonly id: string; readonly connections: readonly Connection[] } | undefined

  async function recognise(
    source: Parameters<HandlersOf<'configuration'>['configuration.read']>[0],
  ): Promise<NamedInput | undefined> {
    const { recogniseFile, recogniseText } =
      await import('#main/configuration-sources/recognise-file.ts')
    switch (source.from) {
      case 'text':
        return recogniseText(reveal(source.text))
      case 'clipboard':
        return recogniseText(await system.clipboard.read())
      case 'file':
        return recogniseFile(offeredPath(system, source.path))
      case 'dialog': {
        const path = await system.askWhatToOpen('Configuration of a user pool', extensions)
        return path === undefined ? undefined : recogniseFile(path)
      }
    }
  }

  return {
    'configuration.read': async (source) => {
      try {
        const recognised = await recognise(source)
        if (!recognised) return {}
        if (recognised.kind !== 'connections') return { recognised }
        read = { id: newId(), connections: recognised.connections }
        return {
          recognised: {
            kind: 'connections',
            configurationId: read.id,
            source: recognised.source,
            file: recognised.file,
            connections: recognised.connections.map(shownConnection),
          },
        }
      } catch (error) {
        if (error instanceof UnreadableRecording)
          throw new BridgeError(`configuration-${error.code}`, error.message)
        throw error
      }
    },
    'configuration.createProfile': async ({ configurationId, connection, draft }) => {
      const found = read?.id === configurationId ? read.connections[connection] : undefined
      if (!found)
        throw new BridgeError('configuration-unknown', 'Paste or open the configuration again.')
      const clientSecret =
        draft.clientSecret === undefined ? found.clientSecret?.secret : draft.clientSecret
      const created = await profiles.create({ ...draft, clientSecret })
      read = undefined
      emit({ type: 'profiles.changed', profiles: await profiles.list() })
      return created
    },
  }
}

function shownConnection(
  connection: Connection,
): Extract<RecognisedConfiguration, { kind: 'connections' }>['connections'][number] {
  const { clientSecret, fields, missing } = connection
  return {
    name: connectionName(connection),
    fields: Object.fromEntries(
      Object.values(fields).map(({ field, place, text }) => [field, { text, place }]),
    ),
    ...(clientSecret && { clientSecretPlace: clientSecret.place }),
    missing: [...missing],
  }
}
