/** Desktops on which Chromium uses the Secret Service without being told to. */
const withSecretService = /^(gnome|unity|xfce|x-cinnamon|cinnamon|pantheon|deepin|dde|ukui)$/i

const wallet = /^org\.kde\.kwalletd[56]?$/

/**
 * The `--password-store` to start with: the Secret Service where it is on the bus and Chromium would
 * take something else for the desktop's name; undefined where Chromium's own choice is right.
 * @param desktop as in XDG_CURRENT_DESKTOP
 * @param names lists the names on the session bus, owned or activatable
 */
export async function passwordStoreFor(
  desktop: string,
  names: () => Promise<readonly string[]>,
): Promise<'gnome-libsecret' | undefined> {
  const desktops = desktop.split(':')
  if (desktops.some((name) => withSecretService.test(name))) return undefined
  const listed = await names()
  const hasWallet = desktops.includes('KDE') && listed.some((name) => wallet.test(name))
  return !hasWallet && listed.includes('org.freedesktop.secrets') ? 'gnome-libsecret' : undefined
}
