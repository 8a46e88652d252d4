// The form of Fedora, openSUSE and their relatives, made by rpmbuild.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemLibraries } from '../../install-system-libraries.mjs'
import { layOutTree } from '../installed-tree.mjs'
import { runTool } from '../run-tool.mjs'

const architectures = { x64: 'x86_64', arm64: 'aarch64' }

export const rpm = {
  name: 'rpm',
  platform: 'linux',
  tools: ['rpmbuild'],
  make: async ({ arch, description, dist, epoch, folder, version }) => {
    const work = join(dist, '.rpm')
    const tree = join(work, 'tree')
    await mkdir(work, { recursive: true })
    await layOutTree(folder, join(tree, 'usr'), { epoch, version })
    const spec = join(work, 'authscope.spec')
    await writeFile(spec, specOf({ description, tree, version }))
    const architecture = architectures[arch]
    const definitions = {
      _topdir: work,
      _buildhost: 'authscope',
      use_source_date_epoch_as_buildtime: '1',
      clamp_mtime_to_source_date_epoch: '1',
      _binary_payload: 'w9.zstdio',
    }
    await runTool(
      'rpmbuild',
      [
        '-bb',
        '--target',
        architecture,
        ...Object.entries(definitions).flatMap(([name, value]) => ['--define', `${name} ${value}`]),
        spec,
      ],
      { SOURCE_DATE_EPOCH: String(epoch) },
    )
    const name = `authscope-${version}-1.${architecture}.rpm`
    await rename(join(work, 'RPMS', architecture, name), join(dist, name))
    await rm(work, { recursive: true })
    return [join(dist, name)]
  },
}

const specOf = ({ description, tree, version }) => `Name: authscope
Version: ${version}
Release: 1
Summary: ${description}
License: MIT
# What it links is known, and what it brings is its own.
AutoReqProv: no
${Object.keys(systemLibraries)
  .map((library) => `Requires: ${library}()(64bit)`)
  .join('\n')}
Requires: xdg-utils
# Nothing is stripped: that would break the archive's integrity and the signature.
%global __os_install_post %{nil}
%global debug_package %{nil}
%define _build_id_links none

%description
Authscope performs and watches sign-ins to Amazon Cognito user pools, shows each
challenge on a timeline, and explains why a sign-in failed.

%install
cp -a ${tree}/. %{buildroot}

%files
%defattr(-,root,root,-)
/usr/bin/authscope
%attr(4755,root,root) /usr/lib/authscope/chrome-sandbox
/usr/lib/authscope
/usr/share/applications/authscope.desktop
/usr/share/bash-completion/completions/authscope
/usr/share/fish/vendor_completions.d/authscope.fish
/usr/share/zsh/site-functions/_authscope
/usr/share/doc/authscope
/usr/share/icons/hicolor/512x512/apps/authscope.png
/usr/share/icons/hicolor/scalable/apps/authscope.svg
/usr/share/man/man1/authscope.1.gz
/usr/share/metainfo/app.authscope.Authscope.metainfo.xml
/usr/share/mime/packages/authscope.xml
`
