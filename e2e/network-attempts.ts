import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
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
