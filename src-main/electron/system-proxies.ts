import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, session } from 'electron'
import type { ResolveSystemProxy } from '#main/network/find-proxy.ts'
import { resolverArgument, type ProxyAnswer, type ProxyQuestion } from './proxy-resolver.ts'

/** How long settings that were read count, and how long a resolver is kept without a question. */
const settingsMs = 30_000
const idleMs = 60_000
/** A PAC file on a slow network; Chromium itself gives up after 30 s. */
const answerMs = 40_000

/**
 * The proxies of the system's settings. Where these name a PAC file, or say that one is to be found,
 * a process of its own is asked: in this one no host can be looked up.
 */
export function systemProxies(): ResolveSystemProxy {
  const resolver = proxyResolver()
  let known: { readonly until: number; readonly usesPac: Promise<boolean> } | undefined
  return async (url) => {
    if (!known || performance.now() > known.until)
      known = { until: performance.now() + settingsMs, usesPac: usesPac() }
    return (await known.usesPac) ? resolver(url) : session.defaultSession.resolveProxy(url)
  }
}

/** Whether the system's settings leave the choice to a PAC file; Chromium says so in its log alone. */
async function usesPac(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'authscope-'))
  try {
    const path = join(folder, 'network.json')
    const { netLog } = session.defaultSession
    await netLog.startLogging(path)
    await netLog.stopLogging()
    return readsPac(await readFile(path, 'utf8'))
  } catch {
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether the proxy settings in a log of Chromium's network name a PAC file, or seek one. */
function readsPac(log: string): boolean {
  const { polledData } = JSON.parse(log) as {
    readonly polledData?: { readonly proxySettings?: { readonly original?: object } }
  }
  const original = polledData?.proxySettings?.original ?? {}
  return 'pac_url' in original || 'auto_detect' in original
}

/** Asks a process that is started for it, and ends it when nothing is asked any more. */
function proxyResolver(): ResolveSystemProxy {
  let running: ChildProcess | undefined
  let lastId = 0
  let idle: NodeJS.Timeout | undefined

  const start = (): ChildProcess => {
    const child = spawn(process.execPath, resolverArguments(), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // Each question hears of its end; without a listener here, this process would end, too.
    child.on('error', () => undefined)
    child.on('close', () => {
      if (running === child) running = undefined
    })
    return child
  }

  return (url) => {
    clearTimeout(idle)
    const child = (running ??= start())
    idle = setTimeout(() => {
      if (child.connected) child.disconnect()
    }, idleMs)
    lastId += 1
    return answerOf(child, { id: lastId, url })
  }
}

function answerOf(child: ChildProcess, question: ProxyQuestion): Promise<string> {
  return new Promise((resolve, reject) => {
    const onMessage = ({ id, proxies }: ProxyAnswer) => {
      if (id !== question.id) return
      stopListening()
      resolve(proxies)
    }
    const onEnd = () => {
      stopListening()
      reject(noAnswer())
    }
    const timer = setTimeout(onEnd, answerMs)
    const stopListening = () => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('close', onEnd)
    }
    child.on('message', onMessage)
    child.on('close', onEnd)
    child.send(question, (error) => {
      if (error) onEnd()
    })
  })
}

const noAnswer = () =>
  new TypeError(
    'The system’s proxy settings name a PAC file, and it gave no answer. Set the proxy in Settings, Network.',
  )

/** This application again, with the switches that its Chromium needs, as the resolver. */
const resolverArguments = (): readonly string[] => [
  ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
  `--user-data-dir=${app.getPath('userData')}`,
  ...(app.isPackaged ? [] : [app.getAppPath()]),
  resolverArgument,
]
