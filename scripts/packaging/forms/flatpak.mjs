// The manifest from which flatpak-builder makes a Flatpak of the .tar.gz: built on a machine that
// reaches Flathub, where the runtime and Electron's base are.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

export const flatpak = {
  name: 'flatpak',
  platform: 'linux',
  tools: [],
  make: async ({ arch, dist, version }) => {
    const archive = join(dist, `authscope-${version}-linux-${arch}.tar.gz`)
    const hash = createHash('sha256')
      .update(await readFile(archive))
      .digest('hex')
    const file = join(dist, 'app.authscope.Authscope.json')
    await writeFile(file, `${JSON.stringify(manifest(basename(archive), hash), undefined, 2)}\n`)
    return [file]
  },
}

const share = '/app/share'
const id = 'app.authscope.Authscope'

const manifest = (archive, sha256) => ({
  id,
  runtime: 'org.freedesktop.Platform',
  'runtime-version': '25.08',
  sdk: 'org.freedesktop.Sdk',
  base: 'org.electronjs.Electron2.BaseApp',
  'base-version': '25.08',
  command: 'authscope',
  'finish-args': [
    '--share=network',
    '--share=ipc',
    '--socket=wayland',
    '--socket=fallback-x11',
    '--device=dri',
    // The keyring; files are opened and saved through the portals.
    '--talk-name=org.freedesktop.secrets',
    '--talk-name=org.kde.kwalletd6',
  ],
  modules: [
    {
      name: 'authscope',
      buildsystem: 'simple',
      'build-commands': [
        'cp -a lib share /app/',
        'install -Dm755 authscope.sh /app/bin/authscope',
        `mv ${share}/applications/authscope.desktop ${share}/applications/${id}.desktop`,
        `sed -i 's/^Icon=.*/Icon=${id}/' ${share}/applications/${id}.desktop`,
        `mv ${share}/mime/packages/authscope.xml ${share}/mime/packages/${id}.xml`,
        `sed -i 's/authscope.desktop/${id}.desktop/' ${share}/metainfo/${id}.metainfo.xml`,
        ...[
          ['512x512', 'png'],
          ['scalable', 'svg'],
        ].map(
          ([size, type]) =>
            `mv ${share}/icons/hicolor/${size}/apps/authscope.${type} ${share}/icons/hicolor/${size}/apps/${id}.${type}`,
        ),
      ],
      sources: [
        { type: 'archive', path: archive, sha256 },
        {
          type: 'script',
          'dest-filename': 'authscope.sh',
          // Chromium's own sandbox cannot start inside Flatpak's; zypak lets it use that one.
          commands: ['exec zypak-wrapper /app/lib/authscope/authscope "$@"'],
        },
      ],
    },
  ],
})
