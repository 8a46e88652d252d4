import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { openApplication } from './application-window.ts'
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

/**
 * Opening a large HAR: against `JSON.parse` of it, and against limits where that cannot take it.
 * @param opener bundle of open-process.ts
 */
export async function benchOpenHar(opener: string): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'authscope-bench-har-'))
  try {
    const [middle, large, huge] = [50, 200, 1024].map((size) => ({
      size,
      path: join(folder, `${String(size)}.har`),
    }))
    if (!middle || !large || !huge) return []
    await writeHar(large.path, large.size)
    const ours = median(() => openedIn(opener, 'authscope', large.path))
    const theirs = median(() => openedIn(opener, 'JSON.parse', large.path))
    if (ours.calls !== calls || theirs.calls !== calls) throw new Error('calls were missed')
    await writeHar(middle.path, middle.size)
    const shownMs = await timeToScreen(middle.path)
    await rm(large.path)
    await writeHar(huge.path, huge.size)
    const ofHuge = openedIn(opener, 'authscope', huge.path)
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
        { name: '50 MB HAR on screen', ours: shownMs, theirs: 3000, unit: 'ms', peer: 'the limit' },
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

function openedIn(opener: string, way: string, path: string): Opened {
  const { stdout, stderr } = spawnSync(process.execPath, [opener, way, path], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  const line = stdout.trim().split('\n').at(-1)
  if (!line) throw new Error(`nothing was measured: ${stderr}`)
  return JSON.parse(line) as Opened
}

/** Milliseconds from dropping a file onto the window to its sign-ins on the screen. */
async function timeToScreen(path: string): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'authscope-bench-'))
  const { electron, page } = await openApplication(data)
  try {
    await page.getByRole('contentinfo').waitFor()
    const session = await page.context().newCDPSession(page)
    const dropped = { items: [], files: [path], dragOperationsMask: 1 }
    const begin = performance.now()
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data: dropped })
    await page.getByRole('button', { name: `Keep ${String(calls)} sign-ins` }).waitFor()
    return performance.now() - begin
  } finally {
    await electron.close()
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
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
