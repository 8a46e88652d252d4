import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'

/** Listens on loopback and counts whoever comes, by TCP and by UDP, before a word is said. */
export async function listenForAnyone() {
  let visitors = 0
  const server = createServer((socket) => {
    visitors += 1
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const datagrams = createSocket('udp4').on('message', () => {
    visitors += 1
  })
  datagrams.bind(port, '127.0.0.1')
  await once(datagrams, 'listening')
  return {
    port,
    visitors: () => visitors,
    close: () => {
      server.close()
      datagrams.close()
    },
  }
}

/** Tries every way to the network that a page has, and gives the outcome of each by its name. */
export const tryTheNetwork = (page: Page, to: number): Promise<Record<string, unknown>> =>
  page.evaluate(async (port) => {
    const address = `http://127.0.0.1:${String(port)}`
    const outcome = (work: Promise<unknown>) =>
      Promise.race([
        work.then(
          () => 'got through',
          () => 'refused',
        ),
        new Promise((settle) => setTimeout(settle, 1500, 'silence')),
      ])
    const event = (target: EventTarget, good: string, bad: string) =>
      new Promise((settle, fail) => {
        target.addEventListener(good, settle)
        target.addEventListener(bad, fail)
      })
    const element = (tag: string, set: (result: Element) => void) => {
      const result = document.createElement(tag)
      set(result)
      document.head.append(result)
      return result
    }
    const link = (rel: string) =>
      element('link', (result) => {
        result.setAttribute('rel', rel)
        result.setAttribute('href', `${address}/${rel}`)
        result.setAttribute('as', 'script')
      })
    const request = new XMLHttpRequest()
    const sent = event(request, 'load', 'error')
    try {
      request.open('POST', address)
      request.send('x')
    } catch {
      request.dispatchEvent(new Event('error'))
    }
    const image = new Image()
    const loaded = event(image, 'load', 'error')
    image.src = `${address}/image.png`
    link('preconnect')
    link('prefetch')
    link('preload')
    link('dns-prefetch')
    navigator.sendBeacon(address, 'x')
    const style = element('style', (result) => {
      result.textContent = `body { background: url(${address}/background.png) }`
    })
    const host = `127.0.0.1:${String(port)}`
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:${host}` },
        { urls: `turn:${host}?transport=tcp`, username: 'x', credential: 'x' },
      ],
    })
    peer.createDataChannel('x')
    const results = {
      fetch: await outcome(fetch(address)),
      noCors: await outcome(fetch(address, { mode: 'no-cors', method: 'POST', body: 'x' })),
      xhr: await outcome(sent),
      image: await outcome(loaded),
      webSocket: await outcome(
        Promise.resolve().then(() =>
          event(new WebSocket(address.replace('http', 'ws')), 'open', 'error'),
        ),
      ),
      eventSource: await outcome(
        Promise.resolve().then(() => event(new EventSource(address), 'open', 'error')),
      ),
      worker: await outcome(
        Promise.resolve().then(() => event(new Worker(`${address}/worker.js`), 'message', 'error')),
      ),
      import: await outcome(import(/* @vite-ignore */ `${address}/module.js`)),
      peer: await outcome(
        peer
          .createOffer()
          .then((offer) => peer.setLocalDescription(offer))
          .then(
            () =>
              new Promise((settle, fail) => {
                peer.addEventListener('icegatheringstatechange', () => {
                  if (peer.iceGatheringState === 'complete') fail(new Error('no candidate'))
                })
                peer.addEventListener('icecandidate', ({ candidate }) => {
                  if (candidate?.type === 'srflx') settle('')
                })
              }),
          ),
      ),
    }
    peer.close()
    style.remove()
    return results
  }, to)

/** Files of the machine that a page may try to read: a picture that could be shown, and a script that could run. */
export interface FilesToTry {
  readonly picture: string
  readonly script: string
}

/** Writes what {@link tryFiles} takes into a folder. */
export async function writeFilesToTry(folder: string): Promise<FilesToTry> {
  const files = { picture: join(folder, 'picture.svg'), script: join(folder, 'script.mjs') }
  await writeFile(files.picture, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  await writeFile(files.script, 'export const value = 1\n')
  return files
}

/** Tries to read files of the machine in every way that a page has, and gives the outcome of each by its name. */
export const tryFiles = (page: Page, files: FilesToTry): Promise<Record<string, string>> =>
  page.evaluate(async ({ picture, script: code }) => {
    const outcome = (work: Promise<unknown>) =>
      Promise.race([
        work.then(
          () => 'got through',
          () => 'refused',
        ),
        new Promise<string>((settle) => setTimeout(settle, 1500, 'silence')),
      ])
    const event = (target: EventTarget) =>
      new Promise((settle, fail) => {
        target.addEventListener('load', settle)
        target.addEventListener('error', fail)
      })
    const request = new XMLHttpRequest()
    const image = new Image()
    const script = document.createElement('script')
    const sent = event(request)
    const loaded = event(image)
    const executed = event(script)
    try {
      request.open('GET', picture)
      request.send()
    } catch {
      request.dispatchEvent(new Event('error'))
    }
    image.src = picture
    // Where a policy refuses the address itself, this throws.
    try {
      script.type = 'module'
      script.src = code
      document.head.append(script)
    } catch {
      script.dispatchEvent(new Event('error'))
    }
    return {
      fetch: await outcome(fetch(picture)),
      xhr: await outcome(sent),
      image: await outcome(loaded),
      script: await outcome(executed),
      import: await outcome(import(/* @vite-ignore */ code)),
    }
  }, addressesOf(files))

const addressesOf = ({ picture, script }: FilesToTry): FilesToTry => ({
  picture: pathToFileURL(picture).href,
  script: pathToFileURL(script).href,
})

/** Makes a page look up names in every way that it has, each with a name of its own. */
export const tryLookups = (page: Page, domain: string): Promise<void> =>
  page.evaluate(async (under) => {
    const link = (rel: string) => {
      const element = document.createElement('link')
      element.rel = rel
      element.href = `https://${rel}.${under}/`
      document.head.append(element)
    }
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'stylesheet']) link(rel)
    new Image().src = `https://image.${under}/`
    navigator.sendBeacon(`https://beacon.${under}/`, 'x')
    const attempts: readonly (() => unknown)[] = [
      () => fetch(`https://fetch.${under}/`),
      () => new WebSocket(`wss://socket.${under}/`),
      () => new EventSource(`https://events.${under}/`),
      () => window.open(`https://window.${under}/`),
    ]
    for (const attempt of attempts)
      await Promise.resolve()
        .then(attempt)
        .catch(() => undefined)
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:stun.${under}` },
        { urls: `turn:turn.${under}?transport=tcp`, username: 'x', credential: 'x' },
      ],
    })
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise((settle) => setTimeout(settle, 3000))
    peer.close()
  }, domain)

/**
 * The lookups that left for the system's resolver or a name server, by what Chromium's own log of its
 * network service says; each with what it was for.
 */
export function lookupsIn(log: string): readonly string[] {
  const [constants = '', ...lines] = log.split('\n')
  const types = /"logEventTypes":(\{[^}]*\})/.exec(constants)?.[1]
  if (types === undefined) throw new Error('This is no log of Chromium’s network service.')
  const names = new Map(
    Object.entries(JSON.parse(types) as Record<string, number>).map(([name, id]) => [id, name]),
  )
  return lines.flatMap((line) => {
    const type = names.get(Number(/"type":(\d+)\}?[,\]}]*$/.exec(line)?.[1]))
    const isLookup = /^(HOST_RESOLVER_(SYSTEM|DNS|MDNS)_TASK|DNS_TRANSACTION)$/.test(type ?? '')
    return isLookup ? [`${String(type)} ${line.slice(0, 200)}`] : []
  })
}
