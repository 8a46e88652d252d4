// The software bill of materials of a package, in CycloneDX's JSON: what npm knows of the libraries
// that are in it, and Electron.
import { inCheckout, readJson } from '../checkout.mjs'
import { SetUpError } from '../progress.mjs'
import { runCommand } from '../run-command.mjs'
import { noticesFile } from '../third-party-notices.mjs'

/** Lists what is in the package that was just built, the same for the same contents. */
export async function billOfMaterials(electronVersion) {
  const { output, status } = await runCommand(
    'npm',
    // All of them, and not with `--omit dev`: npm then also omits what both kinds depend on.
    ['sbom', '--sbom-format', 'cyclonedx'],
    { quiet: true, cwd: inCheckout(), shell: process.platform === 'win32' },
  )
  if (status !== 0) throw new SetUpError(`npm could not list the packages: ${output.trim()}`)
  const { serialNumber, ...bill } = JSON.parse(output.slice(output.indexOf('{')))
  void serialNumber // of one run; what is listed does not depend on it
  const shipped = shippedPackages()
  const components = bill.components
    .filter((one) => shipped.has(`${nameOf(one)}@${one.version}`))
    .map(withoutUse)
  const listed = new Set(components.map((one) => `${nameOf(one)}@${one.version}`))
  const absent = [...shipped].filter((one) => !listed.has(one))
  if (absent.length > 0)
    throw new SetUpError(`npm does not list what is bundled: ${absent.join(', ')}.`)
  return whole(bill, [electronComponent(electronVersion), ...components])
}

function whole({ dependencies, metadata, ...bill }, components) {
  const { version } = readJson(inCheckout('package.json'))
  const { timestamp, ...about } = metadata
  void timestamp
  const root = about.component['bom-ref']
  const kept = new Set([root, ...components.map((one) => one['bom-ref'])])
  return {
    ...bill,
    metadata: {
      ...about,
      component: { ...about.component, type: 'application', name: 'authscope', version },
    },
    components,
    dependencies: dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ dependsOn, ref }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) })),
  }
}

/** npm calls what only a tool depends on `development`, also where a library bundles it if present. */
const withoutUse = ({ properties = [], ...component }) => {
  const others = properties.filter(({ name }) => name !== 'cdx:npm:package:development')
  return { ...component, ...(others.length > 0 && { properties: others }) }
}

/** npm names a scope in the name, other tools beside it. */
const nameOf = ({ group, name }) => (group ? `${group}/${name}` : name)

/** `name@version` of everything that has a notice. */
function shippedPackages() {
  return new Set(readJson(inCheckout(noticesFile)).map(({ name, version }) => `${name}@${version}`))
}

const electronComponent = (version) => ({
  'bom-ref': `electron@${version}`,
  type: 'framework',
  name: 'electron',
  version,
  description: 'Electron, with Chromium, Node.js and V8; their licences are beside it',
  scope: 'required',
  purl: `pkg:npm/electron@${version}`,
  licenses: [{ license: { id: 'MIT' } }],
})
