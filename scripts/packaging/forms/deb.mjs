// Debian's form of a package, made by dpkg-deb.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemLibraries } from '../../install-system-libraries.mjs'
import { layOutTree } from '../installed-tree.mjs'
import { runTool } from '../run-tool.mjs'

const architectures = { x64: 'amd64', arm64: 'arm64' }

export const deb = {
  name: 'deb',
  platform: 'linux',
  tools: ['dpkg-deb'],
  make: async ({ arch, description, dist, epoch, folder, version }) => {
    const root = join(dist, '.deb')
    const architecture = architectures[arch]
    const zshFolder = 'vendor-completions'
    await layOutTree(folder, join(root, 'usr'), { epoch, version, zshFolder })
    const { output } = await runTool('du', ['-sk', '--apparent-size', join(root, 'usr')])
    await mkdir(join(root, 'DEBIAN'), { recursive: true })
    await writeFile(
      join(root, 'DEBIAN', 'control'),
      [
        'Package: authscope',
        `Version: ${version}`,
        `Architecture: ${architecture}`,
        'Maintainer: The Authscope developers',
        `Installed-Size: ${Number.parseInt(output, 10)}`,
        `Depends: ${[...Object.values(systemLibraries).map(byAnyName), 'xdg-utils'].join(', ')}`,
        // Without a keyring secrets are kept in memory alone.
        'Recommends: gnome-keyring | libpam-kwallet5 | keepassxc',
        'Section: devel',
        'Priority: optional',
        `Description: ${description}`,
        ' Authscope performs and watches sign-ins to Amazon Cognito user pools, shows',
        ' each challenge on a timeline, and explains why a sign-in failed.',
        '',
      ].join('\n'),
    )
    const file = join(dist, `authscope_${version}_${architecture}.deb`)
    await runTool('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z9', '--build', root, file], {
      SOURCE_DATE_EPOCH: String(epoch),
    })
    await rm(root, { recursive: true })
    return [file]
  },
}

/** Newer releases have renamed some for the year 2038; `libgtk-3-0t64`. */
const byAnyName = (name) => `${name} | ${name}t64`
