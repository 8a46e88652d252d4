import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { readRecordingFile } from '#main/import/recording-file.ts'
import { within, type Row } from './row.ts'

/** What opening a file took, in a process of its own. */
interface Opened {
  readonly ms: number
  /** The most memory that the process had. */
  readonly peakMb: number
  readonly calls: number
}

const megabyte = 1 << 20
const calls = 300

/** Ways to read a file, which `bench/run.ts --open WAY FILE` measures in a process of its own. */
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

/** Reads a file in one of the ways, and prints what it took. */
export async function measureOpening(way: string, path: string): Promise<void> {
  const begin = performance.now()
  const found = await ways[way]?.(path)
  const opened: Opened = {
    ms: performance.now() - begin,
    peakMb: process.resourceUsage().maxRSS / 1024,
    calls: found ?? 0,
  }
  console.log(JSON.stringify(opened))
}

/** Opening a large HAR: against `JSON.parse` of it, and against limits where that cannot take it. */
export async function benchOpenHar(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'authscope-bench-har-'))
  try {
    const [middle, large, huge] = [50, 200, 1024].map((size) => ({
      size,
      path: join(folder, `${String(size)}.har`),
    }))
    if (!middle || !large || !huge) return []
    await writeHar(large.path, large.size)
    const ours = median(() => openedIn('authscope', large.path))
    const theirs = median(() => openedIn('JSON.parse', large.path))
    if (ours.calls !== calls || theirs.calls !== calls) throw new Error('calls were missed')
    await writeHar(middle.path, middle.size)
    const onScreen = median(() => openedIn('authscope', middle.path))
    await rm(large.path)
    await writeHar(huge.path, huge.size)
    const ofHuge = openedIn('authscope', huge.path)
    const peer = 'JSON.parse of the file'
    return [
      within({ name: '200 MB HAR, time', ours: ours.ms, theirs: theirs.ms, unit: 'ms', peer }, 1),
      within(
        {
          name: '200 MB HAR, peak memory',
          ours: ours.peakMb,
          theirs: theirs.peakMb,
          unit: 'MB',
          peer,
        },
        0.25,
      ),
      within(
        { name: '50 MB HAR, read', ours: onScreen.ms, theirs: 3000, unit: 'ms', peer: 'the limit' },
        1,
      ),
      within(
        {
          name: '1 GB HAR, peak memory',
          ours: ofHuge.peakMb,
          theirs: 300,
          unit: 'MB',
          peer: 'the limit (JSON.parse cannot take it)',
        },
        1,
      ),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function openedIn(way: string, path: string): Opened {
  const script = process.argv[1] ?? ''
  const { stdout, stderr } = spawnSync(process.execPath, [script, '--open', way, '--file', path], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  const line = stdout.trim().split('\n').at(-1)
  if (!line) throw new Error(`nothing was measured: ${stderr}`)
  return JSON.parse(line) as Opened
}

function median(measure: () => Opened): Opened {
  const all = [measure(), measure(), measure()].sort((a, b) => a.ms - b.ms)
  return all[1] as Opened
}

/** A HAR as DevTools writes one of a web application: scripts, pictures, JSON, and sign-ins. */
async function writeHar(path: string, megabytes: number): Promise<void> {
  const file = createWriteStream(path)
  const write = async (text: string) => {
    if (!file.write(text)) await once(file, 'drain')
  }
  const others = megabytes * 16
  const step = Math.floor(others / calls)
  const size = Math.floor((megabytes * megabyte) / others) - 2200
  await write(
    '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[',
  )
  for (let index = 0; index < others; index += 1) {
    if (index > 0) await write(',')
    await write(JSON.stringify(otherEntry(index, size), null, 2))
    if (index % step === 0 && index < step * calls)
      await write(`,${JSON.stringify(signInEntry(index), null, 2)}`)
  }
  file.end(']}}')
  await once(file, 'close')
}

const headers = Array.from({ length: 24 }, (_, index) => ({
  name: `x-header-${String(index)}`,
  value: `value ${String(index)} of a header`,
}))

const entryOf = (index: number, request: object, content: object) => ({
  startedDateTime: new Date(Date.UTC(2026, 10, 28) + index * 10).toISOString(),
  time: 20,
  request: { method: 'GET', httpVersion: 'h2', bodySize: 0, ...request },
  response: { status: 200, statusText: 'OK', httpVersion: 'h2', headers, content, bodySize: -1 },
  timings: { blocked: 1, dns: -1, connect: -1, ssl: -1, send: 1, wait: 9, receive: 2 },
})

/** Text that has quotes and escapes as scripts have them, or base64 as pictures have. */
function otherEntry(index: number, size: number): object {
  const unit =
    index % 2 === 0
      ? 'var a = "b";\n\tif (a !== \'c\') { log("d\\e") }\n'
      : 'iVBORw0KGgoAAAANSUhEUgAA'
  const text = unit.repeat(Math.ceil(size / JSON.stringify(unit).length))
  const encoding = index % 2 === 0 ? {} : { encoding: 'base64' }
  return entryOf(
    index,
    { url: `https://example.com/${String(index)}`, headers },
    { size, text, ...encoding },
  )
}

const signInEntry = (index: number): object =>
  entryOf(
    index,
    {
      method: 'POST',
      url: 'https://cognito-idp.us-east-1.amazonaws.com/',
      headers: [
        ...headers,
        { name: 'X-Amz-Target', value: 'AWSCognitoIdentityProviderService.InitiateAuth' },
      ],
      bodySize: 100,
      postData: {
        mimeType: 'application/x-amz-json-1.1',
        text: `{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"c","AuthParameters":{"USERNAME":"u${String(index)}","PASSWORD":"Password-${String(index)}"}}`,
      },
    },
    {
      size: 79,
      text: '{"__type":"NotAuthorizedException","message":"Incorrect username or password."}',
    },
  )
