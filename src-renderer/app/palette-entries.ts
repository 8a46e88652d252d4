import type { Practice } from '#contract/routes/practice.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { shownAccelerator } from './accelerator.ts'
import type { BoundCommand } from './bound-commands.ts'

/** One line of the command palette. */
export interface PaletteEntry {
  readonly id: string
  readonly title: string
  readonly kind: 'Command' | 'Go to' | 'Call' | 'Profile' | 'Practice user'
  readonly note: string
  /** Other words that find it. */
  readonly synonyms?: string | undefined
  readonly act:
    | { readonly type: 'command'; readonly command: string }
    | { readonly type: 'call'; readonly operation: string }
    | { readonly type: 'profile'; readonly id: string }
    | { readonly type: 'user'; readonly username: string; readonly userPoolId: string }
}

/** Everything that the palette can find: commands, views, profiles and practice users. */
export function paletteEntries(
  commands: readonly BoundCommand[],
  profiles: readonly Profile[],
  practice: Practice | undefined,
  mac: boolean,
): readonly PaletteEntry[] {
  return [
    ...commands
      .filter(({ id }) => id !== 'palette.open')
      .map(({ accelerator, group, id, synonyms, title }): PaletteEntry => ({
        id,
        title,
        kind: group === 'Go to' ? 'Go to' : 'Command',
        note: shownAccelerator(accelerator, mac),
        synonyms,
        act: { type: 'command', command: id },
      })),
    ...[...accountOperations.values()].map(({ name, title }): PaletteEntry => ({
      id: `call ${name}`,
      title: name,
      kind: 'Call',
      note: title,
      act: { type: 'call', operation: name },
    })),
    ...profiles.map(({ id, name, userPoolId }): PaletteEntry => ({
      id: `profile ${id}`,
      title: name,
      kind: 'Profile',
      note: userPoolId,
      act: { type: 'profile', id },
    })),
    ...(practice?.pools ?? []).flatMap(({ userPoolId, users }) =>
      users.map(({ description, username }): PaletteEntry => ({
        id: `user ${userPoolId} ${username}`,
        title: `Sign in as ${username}`,
        kind: 'Practice user',
        note: description,
        act: { type: 'user', username, userPoolId },
      })),
    ),
  ]
}
