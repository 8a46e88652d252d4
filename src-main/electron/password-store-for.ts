/** Desktops for which Chromium takes the Secret Service of its own accord. */
const withSecretService = /^(gnome|unity|xfce|x-cinnamon|cinnamon|pantheon|deepin|dde|ukui)$/i

/**
 * The `--password-store` to start with: the Secret Service where it is on the bus and Chromium would
 * take something else for the desktop's name; undefined where Chromium's own choice is right.
 * @param desktop as in XDG_CURRENT_DESKTOP
 * @param names lists the names on the session bus, owned or activatable, one a line
 */
export async function passwordStoreFor(
  desktop: string,
  names: () => Promise<string>,
): Promise<'gnome-libsecret' | undefined> {
  const desktops = desktop.split(':')
  if (desktops.some((name) => withSecretService.test(name))) return undefined
  const listed = await names()
  const hasWallet = desktops.includes('KDE') && /\borg\.kde\.kwalletd[56]?\b/.test(listed)
  return !hasWallet && /\borg\.freedesktop\.secrets\b/.test(listed) ? 'gnome-libsecret' : undefined
}
