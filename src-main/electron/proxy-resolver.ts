import { app, session } from 'electron'

/** The argument that starts the application as nothing but this resolver. */
export const resolverArgument = '--resolve-proxies'

/** A URL that the window's process asks about. */
export interface ProxyQuestion {
  readonly id: number
  readonly url: string
}

/** The system's proxies for it, written as a PAC file answers. */
export interface ProxyAnswer {
  readonly id: number
  readonly proxies: string
}

/**
 * Answers what the window's process asks, until that lets go. A PAC file is fetched and run by
 * Chromium, which looks up hosts for both: it may do so in this process, which has no page.
 */
export function resolveProxies(): void {
  app.disableHardwareAcceleration()
  app.dock?.hide()
  process.on('disconnect', () => {
    app.exit()
  })
  process.on('message', (question: ProxyQuestion) => {
    void answerTo(question).then((answer) => process.send?.(answer))
  })
}

async function answerTo({ id, url }: ProxyQuestion): Promise<ProxyAnswer> {
  await app.whenReady()
  // In memory: the window's process has the files of the other session.
  return { id, proxies: await session.fromPartition('proxies').resolveProxy(url) }
}
