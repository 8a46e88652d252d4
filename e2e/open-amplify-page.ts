import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { build } from 'vite'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'

/** What the page signs in with. */
export interface PageSignIn {
  readonly endpoint: string
  readonly userPoolId: string
  readonly clientId: string
  readonly username: string
  readonly password: string
}

/** A page in a browser of its own that signs in with Amplify. */
export interface AmplifyPage {
  /** Signs in, and gives what the page then says. */
  readonly signIn: (told: PageSignIn) => Promise<string>
  readonly close: () => Promise<void>
}

/** Builds the page, serves it on loopback, and opens a browser. */
export async function openAmplifyPage(folder: string): Promise<AmplifyPage> {
  const script = await bundled()
  const server = createServer((request, response) => {
    const isScript = request.url?.startsWith('/page.js') ?? false
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(
      isScript
        ? script
        : '<!doctype html><body></body><script src="/page.js" type="module"></script>',
    )
  })
  const origin = await listening(server)
  const browser: ElectronApplication = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      ...electronArguments({ keyring: false }),
      `--user-data-dir=${folder}`,
      resolve('e2e/amplify-page'),
      'about:blank',
    ],
  })
  const page: Page = await browser.firstWindow()
  return {
    signIn: async (told) => {
      await page.goto(`${origin}/?${new URLSearchParams({ ...told }).toString()}`)
      await page.waitForFunction(() => document.body.textContent !== '')
      return page.evaluate(() => document.body.textContent)
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'esnext',
      rollupOptions: { input: resolve('e2e/amplify-page/page.ts') },
    },
  })
  const [first] = [result].flat()
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error('the page was not built')
  return chunk.code
}

const listening = (server: Server): Promise<string> =>
  new Promise((ready) => {
    server.listen(0, 'localhost', () => {
      ready(`http://localhost:${String((server.address() as AddressInfo).port)}`)
    })
  })
