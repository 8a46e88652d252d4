import { importers } from '../import/importers.ts'
import { whyWithoutCalls } from '../import/without-calls.ts'
import { compactToken } from '../tokens/read-token.ts'
import { configurationSources } from './configuration-source-list.ts'
import { connectionsOf, namesPool, type Connection } from './connection.ts'
import { sourceDocument } from './source-document.ts'

/** What a text is that somebody pasted or dropped. */
export type RecognisedInput =
  | {
      readonly kind: 'connections'
      readonly source: string
      readonly connections: readonly Connection[]
    }
  /** A recording of sign-ins, which the importer of this title reads. */
  | { readonly kind: 'recording'; readonly source: string }
  | { readonly kind: 'token' }
  | { readonly kind: 'unknown'; readonly message: string }

/** How much of a text an importer looks at, in characters. */
const headLength = 64 * 1024
/** No configuration file is larger; what is, is a recording or nothing. */
const maxDocumentBytes = 8 << 20

const expected =
  'Paste a user pool ID, an ARN or a URL of the pool, amplify_outputs.json, aws-exports.js, a .env file, stack outputs, a curl command, a token, or a recording (HAR, log).'

/** Recognises what people have of their pool: ids, files, commands, recordings, a token. */
export function recogniseInput(text: string): RecognisedInput {
  if (text.trim() === '') return { kind: 'unknown', message: `There is nothing in it. ${expected}` }
  const importer = importers.find(({ recognises }) => recognises(text.slice(0, headLength)))
  if (importer) return { kind: 'recording', source: importer.title }
  if (isToken(text)) return { kind: 'token' }
  const why = whyWithoutCalls(text.slice(0, headLength))
  if (why !== undefined) return { kind: 'unknown', message: why }
  if (text.length > maxDocumentBytes)
    return { kind: 'unknown', message: `This is too large for a configuration file. ${expected}` }
  const document = sourceDocument(text)
  const sources = configurationSources.filter((one) => one.recognises(document))
  for (const source of sources) {
    const connections = connectionsOf(source.read(document))
    if (connections.some(namesPool))
      return { kind: 'connections', source: source.title, connections }
  }
  const title = sources[0]?.title
  return {
    kind: 'unknown',
    message:
      title === undefined
        ? expected
        : `No user pool ID or app client ID found (read as ${title}). ${expected}`,
  }
}

/** A JWT or JWE: its first part is a JSON object in base64url. */
const isToken = (text: string): boolean => {
  const compact = compactToken(text)
  return /^eyJ[\w-]+\.[\w-]*\.[\w-]*(\.[\w-]*)*$/.test(compact)
}
