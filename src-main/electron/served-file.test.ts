import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { servedFile } from './served-file.ts'

const folder = resolve('/app/out/renderer')

it.each([
  ['app://authscope/', 'index.html', 'text/html; charset=utf-8'],
  ['app://authscope/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['app://authscope/assets/a%20b.js?v=1#x', 'assets/a b.js', 'text/javascript; charset=utf-8'],
])('serves %s', (address, file, contentType) => {
  expect(servedFile(folder, address)).toEqual({ path: join(folder, file), contentType })
})

it.each([
  'app://authscope/..%2f..%2fsecret.json',
  'app://authscope/%2e%2e/%2e%2e/main/index.js',
  'app://authscope/..%5c..%5cmain%5cindex.js',
  'app://authscope/a%00.js',
  'app://authscope/%ff.js',
  'app://elsewhere/index.html',
  'https://authscope/index.html',
  'app://authscope/profiles.db',
  'nonsense',
])('serves nothing outside the window’s folder: %s', (address) => {
  const served = servedFile(folder, address)
  if (served) expect(served.path.startsWith(folder)).toBe(true)
  else expect(served).toBeUndefined()
})
