// What the package says that it holds, against what it holds.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { expect, test } from '@playwright/test'
import { packagedExecutable } from './packaged-application.ts'

const resources =
  process.platform === 'darwin'
    ? join(dirname(packagedExecutable()), '..', 'Resources')
    : join(dirname(packagedExecutable()), 'resources')
const archive = join(resources, 'app.asar')

interface Component {
  readonly 'bom-ref': string
  readonly type: string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses: readonly { readonly license?: { id?: string; name?: string } }[]
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
  readonly properties?: readonly { readonly name: string }[]
}
interface Bill {
  readonly bomFormat: string
  readonly specVersion: string
  readonly version: number
  readonly serialNumber?: string
  readonly metadata: { readonly timestamp?: string; readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}
interface Named {
  readonly name: string
  readonly version: string
}

const fromJson = (text: string | Buffer): unknown => JSON.parse(text.toString())
const bill = fromJson(readFileSync(join(resources, 'sbom.cdx.json'))) as Bill
const ofProject = fromJson(readFileSync('package.json')) as Named & {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const lock = fromJson(readFileSync('package-lock.json')) as {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean } | undefined>>
}
const notices = fromJson(
  extractFile(archive, 'out/third-party-notices.json'),
) as readonly (Named & {
  readonly license: string
})[]

const inOneLine = ({ name, version }: Named) => `${name}@${version}`
const listed = bill.components.map(inOneLine)

test('the bill of materials is CycloneDX, each component with version, licence and address', () => {
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 })
  const { component } = bill.metadata
  expect(component).toMatchObject({
    type: 'application',
    name: 'authscope',
    version: ofProject.version,
  })
  expect(bill.components.length).toBeGreaterThan(100)
  for (const { hashes = [], licenses, name, purl, type, version } of bill.components) {
    expect(['library', 'framework'], name).toContain(type)
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
    expect(decodeURIComponent(purl)).toBe(`pkg:npm/${name}@${version}`)
    expect(licenses.length, name).toBeGreaterThan(0)
    for (const { license } of licenses) expect(license?.id ?? license?.name, name).toBeTruthy()
    for (const { alg, content } of hashes) {
      expect(alg, name).toBe('SHA-512')
      expect(content, name).toMatch(/^[0-9a-f]{128}$/)
    }
  }
})

test('the bill refers to what it lists alone, once each, and is the same for the same contents', () => {
  const references = [bill.metadata.component, ...bill.components].map((one) => one['bom-ref'])
  expect(new Set(references).size).toBe(references.length)
  expect(
    bill.dependencies.map(({ ref }) => ref).filter((ref) => !references.includes(ref)),
  ).toEqual([])
  const targets = bill.dependencies.flatMap(({ dependsOn }) => dependsOn)
  expect(targets.filter((ref) => !references.includes(ref))).toEqual([])
  expect([bill.serialNumber, bill.metadata.timestamp]).toEqual([undefined, undefined])
})

test('the bill names every package beside the bundle and in it, with the licence of its notice', () => {
  const beside = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => /node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(path))
    .map((path) => inOneLine(fromJson(extractFile(archive, path)) as Named))
  expect(beside.length).toBeGreaterThan(0)
  expect(beside.filter((one) => !listed.includes(one))).toEqual([])
  expect(listed.filter((one) => !one.startsWith('electron@')).toSorted()).toEqual(
    notices.map(inOneLine).toSorted(),
  )
  const names = new Set(bill.components.map(({ name }) => name))
  // Vue's own package has no code: it hands on that of @vue.
  expect(Object.keys(ofProject.dependencies).filter((name) => !names.has(name))).toEqual(['vue'])
  expect(names).toContain('@vue/runtime-dom')
  for (const notice of notices) {
    const component = bill.components.find((one) => inOneLine(one) === inOneLine(notice))
    const [{ license } = {}] = component?.licenses ?? []
    expect(license?.id ?? license?.name, notice.name).toBe(notice.license)
  }
})

test('the bill names nothing that only development needs', () => {
  // What a library that is shipped needs as well has no such mark in the lock file.
  const tools = Object.keys(ofProject.devDependencies).filter(
    (name) => name !== 'electron' && lock.packages[`node_modules/${name}`]?.dev === true,
  )
  expect(tools.length).toBeGreaterThan(20)
  expect(bill.components.filter(({ name }) => tools.includes(name)).map(inOneLine)).toEqual([])
  const properties = bill.components.flatMap((one) => one.properties ?? [])
  expect(properties.map(({ name }) => name)).not.toContain('cdx:npm:package:development')
})

test('the notices beside the application have a text for every package in the bill', () => {
  const text = readFileSync(join(resources, 'third-party-notices.txt'), 'utf8')
  const absent = notices.filter(({ name, version }) => !text.includes(`${name} ${version}`))
  expect(absent.map(inOneLine)).toEqual([])
})
