import { appImage, dmg, nsis } from './by-electron-builder.mjs'
import { deb } from './deb.mjs'
import { flatpak } from './flatpak.mjs'
import { rpm } from './rpm.mjs'
import { tarGz } from './tar-gz.mjs'

/** Every form of a package, in the order in which they are made: Flatpak's uses the archive. */
export const forms = [deb, rpm, tarGz, flatpak, appImage, dmg, nsis]
