import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from './application.ts'
import { refusals } from './refusals-of-chromium.ts'

/** Listens on loopback and counts whoever comes, by TCP and by UDP, before a word is said. */
async function listenForAnyone() {
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

test('no script in the window reaches the network', async ({ application }) => {
  application.expectFault(refusals)
  const { page } = application
  const listener = await listenForAnyone()
  const tried = await page.evaluate(async (port) => {
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
  }, listener.port)
  expect(Object.entries(tried).filter(([, outcome]) => outcome === 'got through')).toEqual([])
  expect(listener.visitors(), 'connections that arrived').toBe(0)

  // The listener does count: the test itself reaches it.
  connect(listener.port, '127.0.0.1').on('error', () => undefined)
  await expect.poll(listener.visitors).toBe(1)
  listener.close()
})

test('only the profile’s own host is contacted', async ({ application, folder, servers }) => {
  const pool = await servers.pool()
  const { electron, window } = application
  const practice = await application.page.getByRole('contentinfo').textContent()
  const log = join(folder, 'chromium.json')
  // Sockets of Node in the main process, and everything that Chromium's network service does.
  await electron.evaluate(async ({ session }, path) => {
    const { Socket } = process.getBuiltinModule('node:net')
    const dns = process.getBuiltinModule('node:dns')
    const seen: string[] = []
    Reflect.set(globalThis, 'seen', seen)
    const connect = Reflect.get(Socket.prototype, 'connect') as (...args: unknown[]) => unknown
    Reflect.set(Socket.prototype, 'connect', function (this: unknown, ...args: unknown[]) {
      const [first] = args.flat() as { host?: string; port?: number; path?: string }[]
      seen.push(`${String(first?.host)}:${String(first?.port ?? first?.path)}`)
      return connect.apply(this, args)
    })
    const lookup = dns.lookup as (...args: unknown[]) => unknown
    Reflect.set(dns, 'lookup', (...args: unknown[]) => {
      seen.push(`lookup of ${String(args[0])}`)
      return lookup(...args)
    })
    await session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' })
  }, log)
  expect(practice).toContain('127.0.0.1')

  await window.profiles.create({
    name: 'Shop',
    userPoolId: 'us-east-1_Practice1',
    clientId: '1practicewebpublic00000001',
    endpoint: pool.endpoint,
  })
  await window.signIn.signInAs('alice', 'Practice-Password-1!')
  await window.timeline.toBeSignedIn()
  await expect(window.tokens.token('Id token')).toContainText('The signature is right')
  for (const view of ['History', 'Tokens', 'Practice pool', 'Settings', 'Sign-in'] as const)
    await window.goTo(view)
  const seen = await electron.evaluate(async ({ session }) => {
    await session.defaultSession.netLog.stopLogging()
    return Reflect.get(globalThis, 'seen') as string[]
  })
  expect(seen.length).toBeGreaterThan(0)
  expect([...new Set(seen)].filter((one) => one !== pool.endpoint.replace('http://', ''))).toEqual(
    [],
  )
  const requested = (await readFile(log, 'utf8')).match(/"(https?|wss?):\/\/[^"]+"/g) ?? []
  expect(requested, 'what Chromium asked for of its own accord').toEqual([])
})
