import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommands, MenuGroup } from '#contract/routes/app.ts'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** What the application menu is built from: the commands of the window, and the system's own. */
export function menuTemplate(
  commands: MenuCommands,
  run: (command: string) => void,
  { developing, mac }: { readonly developing: boolean; readonly mac: boolean },
): MenuItemConstructorOptions[] {
  const group = (name: MenuGroup): MenuItemConstructorOptions[] =>
    commands
      .filter((command) => command.group === name)
      .map(({ accelerator, id, title }) => ({
        id,
        label: title,
        ...(accelerator !== '' && { accelerator }),
        click: () => {
          run(id)
        },
      }))
  // The plus sign is on the key of the equals sign, and few people press Shift to zoom.
  const zoomInToo: MenuItemConstructorOptions = {
    label: 'Zoom in',
    accelerator: 'CmdOrCtrl+=',
    visible: false,
    acceleratorWorksWhenHidden: true,
    click: () => {
      run('zoom.in')
    },
  }
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&Sign-in',
      submenu: [...group('Sign-in'), separator, mac ? { role: 'close' } : { role: 'quit' }],
    },
    { label: '&Profiles', submenu: group('Profiles') },
    { role: 'editMenu' },
    { label: '&Go to', submenu: group('Go to') },
    {
      label: '&View',
      submenu: [
        ...group('View'),
        zoomInToo,
        separator,
        { role: 'togglefullscreen' },
        ...(developing ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: group('Help') },
  ]
}
