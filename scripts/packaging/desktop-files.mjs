// What tells a Linux desktop of the application: its entry, its file types, its description.
import { fileAssociations } from '../file-associations.mjs'

const comment = 'See every step of an Amazon Cognito sign-in, and why it failed'

/** The entry in the desktop's menu. `%F` are the files that it is started with. */
export const desktopEntry = () => `[Desktop Entry]
Type=Application
Name=Authscope
GenericName=Sign-in debugger
Comment=${comment}
Exec=authscope %F
Icon=authscope
Terminal=false
Categories=Development;Debugger;
Keywords=Cognito;AWS;OAuth;JWT;SRP;
MimeType=${fileAssociations.linux.map(({ mimeType }) => mimeType).join(';')};
StartupNotify=true
StartupWMClass=authscope
`

/** The file types that no desktop knows before: JSON is known to all. */
export const mimeTypes = () => `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
${fileAssociations.linux
  .filter(({ description }) => description !== undefined)
  .map(
    ({ description, ext, mimeType }) => `  <mime-type type="${mimeType}">
    <comment>${description}</comment>
    <sub-class-of type="application/json"/>
    <glob pattern="*.${ext}"/>
  </mime-type>`,
  )
  .join('\n')}
</mime-info>
`

/** The description for software centres (AppStream). */
export const metainfo = (version, date) => `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>app.authscope.Authscope</id>
  <metadata_license>MIT</metadata_license>
  <project_license>MIT</project_license>
  <name>Authscope</name>
  <summary>Debug Amazon Cognito sign-ins</summary>
  <developer id="app.authscope">
    <name>The Authscope developers</name>
  </developer>
  <description>
    <p>Authscope performs a sign-in to an Amazon Cognito user pool, records those of other programs, or opens their recordings. It shows each challenge on a timeline, says why a sign-in failed, and decodes and checks the tokens.</p>
  </description>
  <launchable type="desktop-id">authscope.desktop</launchable>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="${version}" date="${date}"/>
  </releases>
</component>
`
