// Opens one file in one of the ways that are compared, in a process of its own which loads nothing
// else, and prints what it took.
import { readFile } from 'node:fs/promises'
import { readRecordingFile } from '#main/import/recording-file.ts'

const ways: Readonly<Record<string, (path: string) => Promise<number>>> = {
  authscope: async (path) => {
    const ports = { application: 'Authscope bench', profileOf: () => undefined }
    return (await readRecordingFile(path, ports)).traces.length
  },
  'JSON.parse': async (path) => {
    const text = await readFile(path, 'utf8')
    const { log } = JSON.parse(text) as { log: { entries: { request: { headers: unknown } }[] } }
    return log.entries.filter(({ request }) =>
      JSON.stringify(request.headers).includes('AWSCognitoIdentityProviderService'),
    ).length
  },
}

const [way = '', path = ''] = process.argv.slice(2)
const begin = performance.now()
const calls = (await ways[way]?.(path)) ?? 0
console.log(
  JSON.stringify({
    ms: performance.now() - begin,
    peakMb: process.resourceUsage().maxRSS / 1024,
    calls,
  }),
)
