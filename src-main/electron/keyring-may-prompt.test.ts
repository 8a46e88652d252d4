// The replies are those of gnome-keyring 42, kwalletd5 5.103 and KeePassXC 2.7.
import { describe, expect, it } from 'vitest'
import { keyringMayPrompt, type KeyringChoice } from './keyring-may-prompt.ts'
import type { BusCall, BusReply } from './session-bus.ts'

const reply = (value: string | boolean): BusReply => ({ is: 'reply', value })
const refused: BusReply = { is: 'refused' }
const late: BusReply = { is: 'late' }

/** A session bus that answers these methods, or the owners of these names, and refuses all others. */
function busOf(replies: Readonly<Record<string, BusReply>>) {
  const calls: string[] = []
  const ask = ({ args = [], method, service }: BusCall) => {
    const member = method.replace(/^.*\./, '')
    const key = member === 'GetNameOwner' ? (args[0] ?? '') : member
    calls.push(`${service} ${key}`)
    return Promise.resolve(replies[key] ?? refused)
  }
  return { ask, calls }
}
const sway: KeyringChoice = { store: 'gnome-libsecret', desktop: 'sway', kdeVersion: '' }
const kde: KeyringChoice = { store: '', desktop: 'KDE', kdeVersion: '5' }
const login = reply('/org/freedesktop/secrets/collection/login')
const isUnlocked = reply(false)

describe('the Secret Service', () => {
  it.each([
    ['is absent', {}, false],
    ['is unlocked', { ReadAlias: login, Get: isUnlocked }, false],
    ['is locked', { ReadAlias: login, Get: reply(true) }, true],
    ['has no default collection yet', { ReadAlias: reply('/') }, true],
    ['does not answer', { ReadAlias: late }, true],
    ['does not say whether it is locked', { ReadAlias: login, Get: late }, true],
    [
      'is an open KeePassXC',
      {
        ReadAlias: login,
        Get: isUnlocked,
        'org.freedesktop.secrets': reply(':1.0'),
        'org.keepassxc.KeePassXC.MainWindow': reply(':1.0'),
      },
      true,
    ],
    [
      'is another one beside KeePassXC',
      {
        ReadAlias: login,
        Get: isUnlocked,
        'org.freedesktop.secrets': reply(':1.0'),
        'org.keepassxc.KeePassXC.MainWindow': reply(':1.7'),
      },
      false,
    ],
  ] as const)('that %s', async (_state, replies, mayPrompt) => {
    expect(await keyringMayPrompt(sway, busOf(replies).ask)).toBe(mayPrompt)
  })
})

describe('the KDE wallet', () => {
  const name = reply('kdewallet')
  const enabled = reply(true)
  it.each([
    ['is absent', {}, false],
    ['is turned off', { isEnabled: reply(false) }, false],
    ['is open', { isEnabled: enabled, networkWallet: name, isOpen: enabled }, false],
    ['is closed', { isEnabled: enabled, networkWallet: name, isOpen: reply(false) }, true],
    ['does not answer', { isEnabled: late }, true],
  ] as const)('that %s', async (_state, replies, mayPrompt) => {
    const { ask, calls } = busOf(replies)
    expect(await keyringMayPrompt(kde, ask)).toBe(mayPrompt)
    expect(calls[0]).toBe('org.kde.kwalletd5 isEnabled')
  })

  it.each([
    [{ ...kde, kdeVersion: '6' }, 'org.kde.kwalletd6'],
    [{ ...kde, kdeVersion: '' }, 'org.kde.kwalletd'],
    [{ ...sway, store: 'kwallet6' }, 'org.kde.kwalletd6'],
    [{ ...sway, store: 'kwallet' }, 'org.kde.kwalletd'],
    [{ ...kde, store: 'gnome-libsecret' }, 'org.freedesktop.secrets'],
  ])('is asked where %o would use it', async (choice, service) => {
    const { ask, calls } = busOf({})
    await keyringMayPrompt(choice, ask)
    expect(calls[0]?.split(' ')[0]).toBe(service)
  })
})

it('asks nobody for the built-in key', async () => {
  const { ask, calls } = busOf({})
  expect(await keyringMayPrompt({ ...kde, store: 'basic' }, ask)).toBe(false)
  expect(calls).toEqual([])
})
