import { expect, it } from 'vitest'
import { passwordStoreFor } from './password-store-for.ts'

const secretService = ['org.freedesktop.DBus', 'org.freedesktop.secrets']
const wallet = ['org.freedesktop.DBus', 'org.kde.kwalletd6']

it.each(['sway', 'Hyprland', 'i3', 'niri', 'COSMIC', 'MATE', 'LXQt', ''])(
  'the Secret Service is used on %s, which Chromium does not know, where it is on the bus',
  async (desktop) => {
    expect(await passwordStoreFor(desktop, () => Promise.resolve(secretService))).toBe(
      'gnome-libsecret',
    )
    expect(await passwordStoreFor(desktop, () => Promise.resolve([]))).toBeUndefined()
  },
)

it.each(['GNOME', 'ubuntu:GNOME', 'XFCE', 'X-Cinnamon', 'Pantheon'])(
  'the bus is not asked on %s, for which Chromium chooses right',
  async (desktop) => {
    const refuse = () => Promise.reject(new Error('the bus was asked'))
    expect(await passwordStoreFor(desktop, refuse)).toBeUndefined()
  },
)

it('KDE has its wallet where that is, and the Secret Service where it is not', async () => {
  const both = () => Promise.resolve([...wallet, ...secretService])
  expect(await passwordStoreFor('KDE', both)).toBeUndefined()
  const one = () => Promise.resolve(secretService)
  expect(await passwordStoreFor('KDE', one)).toBe('gnome-libsecret')
})
