// An archive to unpack anywhere: `bin/authscope` runs from where it lies.
import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import { layOutTree } from '../installed-tree.mjs'
import { runTool } from '../run-tool.mjs'

export const tarGz = {
  name: 'tar.gz',
  platform: 'linux',
  tools: ['tar', 'gzip'],
  make: async ({ arch, dist, epoch, folder, version }) => {
    const name = `authscope-${version}-linux-${arch}`
    const work = join(dist, '.tar')
    await layOutTree(folder, join(work, name), { epoch, version })
    const tar = join(dist, `${name}.tar`)
    const ofNobody = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu']
    await runTool('tar', [...ofNobody, '-C', work, '-cf', tar, name])
    // Without the name and the date of the file in it.
    await runTool('gzip', ['-n', '-6', '-f', tar])
    await rm(work, { recursive: true })
    return [`${tar}.gz`]
  },
}
