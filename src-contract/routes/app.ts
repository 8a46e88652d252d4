import { z } from 'zod'
import { route } from '../define.ts'
import { settings } from '../settings/settings-schema.ts'
import { nothing, secret } from '../values.ts'
import { practice } from './practice.ts'

/** Where secrets are kept, and whether the person has agreed to it. */
const storage = z.object({
  /** As Electron names it: gnome_libsecret, kwallet5, keychain, dpapi, basic_text, none. */
  backend: z.string(),
  /** A sentence that names it for a person. */
  description: z.string(),
  /** True when another program of the same user cannot simply read what is stored. */
  protected: z.boolean(),
  consent: z.enum(['needed', 'store', 'memory only']),
  /** Files that could not be read and were quarantined, each with the reason. */
  quarantined: z.array(z.object({ path: z.string(), reason: z.string() })),
})
export type Storage = z.output<typeof storage>

const notice = z.object({
  name: z.string(),
  version: z.string(),
  /** As in SPDX: MIT, Apache-2.0. */
  license: z.string(),
  /** The text of the licence; empty where the package contains none. */
  text: z.string(),
})
/** A package that the application contains, and its licence. */
export type Notice = z.output<typeof notice>

const menuGroup = z.enum(['Sign-in', 'Edit', 'Profiles', 'Go to', 'View', 'Help'])
/** Where a command is in the application menu, the palette and the page of keys. */
export type MenuGroup = z.output<typeof menuGroup>

const menuCommands = z
  .array(
    z.object({
      id: z.string().max(64),
      title: z.string().max(64),
      /** As Electron writes it; empty when the person has taken its keys away. */
      accelerator: z.string().max(64),
      group: menuGroup,
    }),
  )
  .max(200)
/** What the application menu offers: the window's commands, in their order. */
export type MenuCommands = z.output<typeof menuCommands>

/** Calls about the application itself. */
export const appRoutes = {
  'app.state': route({
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      /** How the person's region writes dates and times, as in BCP 47; empty for the window's own. */
      locale: z.string(),
      dataFolder: z.string(),
      settings,
      /** Whether a password of the settings’ manual proxy is stored. */
      hasProxyPassword: z.boolean(),
      /** The profile that was selected last; empty before the first. */
      lastProfileId: z.string(),
      practice,
    }),
  }),
  /** The window shows its first state, and can be used. What it does not show yet may start now. */
  'app.ready': route({ input: nothing, output: nothing }),
  'app.setMenu': route({ input: z.object({ commands: menuCommands }), output: nothing }),
  /** A file that was given to open from outside the window, each once; absent when none is left. */
  'app.takeOfferedFile': route({
    input: nothing,
    output: z.object({ path: z.string().optional() }),
  }),
  'app.openDataFolder': route({ input: nothing, output: nothing }),
  /** Opens a quarantined file with what the desktop has for its kind. */
  'app.openQuarantined': route({ input: z.object({ path: z.string() }), output: nothing }),
  /** Opens the folder of a file that was saved since the start. */
  'app.showSavedFile': route({ input: z.object({ path: z.string() }), output: nothing }),
  /** The packages that the application contains, by name; none before it was built. */
  'app.thirdPartyNotices': route({ input: nothing, output: z.array(notice) }),
  'app.openLink': route({ input: z.object({ link: z.url() }), output: nothing }),
  /** Opens the keyring, if nothing has yet, which takes a while and may show a prompt. */
  'storage.state': route({ input: nothing, output: storage }),
  'storage.consent': route({
    input: z.object({ choice: z.enum(['store', 'memory only']) }),
    output: storage,
  }),
  'settings.change': route({ input: settings.partial(), output: settings }),
  /** Stores the password of the manual proxy, encrypted; without one it is removed. */
  'settings.keepProxyPassword': route({
    input: z.object({ password: secret('password').optional() }),
    output: z.object({ hasProxyPassword: z.boolean() }),
  }),
} as const
