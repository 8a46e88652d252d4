import type { Page } from '@playwright/test'
import { ConsentDialog } from './views/consent-dialog.ts'
import { DevicesView } from './views/devices-view.ts'
import { ExportDialog } from './views/export-dialog.ts'
import { HistoryView } from './views/history-view.ts'
import { Inspector } from './views/inspector.ts'
import { PasskeysView } from './views/passkeys-view.ts'
import { PracticeView } from './views/practice-view.ts'
import { Profiles } from './views/profiles.ts'
import { SettingsView } from './views/settings-view.ts'
import { SignInView } from './views/sign-in-view.ts'
import { Timeline } from './views/timeline.ts'
import { Tokens } from './views/tokens.ts'
import { WatchView } from './views/watch-view.ts'

/** The places of the window, by the names that its menu bar and its keys give them. */
export type ViewName =
  | 'Sign-in'
  | 'History'
  | 'Tokens'
  | 'Practice pool'
  | 'Account'
  | 'Devices, passkeys'
  | 'Watch'
  | 'Settings'

/** The window as a person sees it: places with verbs, found by role and label alone. */
export class AuthscopeWindow {
  readonly page: Page
  readonly consent: ConsentDialog
  readonly profiles: Profiles
  readonly signIn: SignInView
  readonly timeline: Timeline
  readonly inspector: Inspector
  readonly tokens: Tokens
  readonly practice: PracticeView
  readonly devices: DevicesView
  readonly watch: WatchView
  readonly passkeys: PasskeysView
  readonly history: HistoryView
  readonly settings: SettingsView
  readonly exporting: ExportDialog

  constructor(page: Page) {
    this.page = page
    this.consent = new ConsentDialog(page)
    this.profiles = new Profiles(page)
    this.signIn = new SignInView(page)
    this.timeline = new Timeline(page)
    this.inspector = new Inspector(page)
    this.tokens = new Tokens(page)
    this.practice = new PracticeView(page)
    this.devices = new DevicesView(page)
    this.watch = new WatchView(page)
    this.passkeys = new PasskeysView(page)
    this.history = new HistoryView(page)
    this.settings = new SettingsView(page)
    this.exporting = new ExportDialog(page)
  }

  /** Goes to a view by the bar on the left. */
  readonly goTo = async (view: ViewName): Promise<void> => {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: view, exact: true })
      .click()
  }

  /** The notice that is shown for a while. */
  notice(text: string | RegExp) {
    return this.page.getByRole('status', { name: 'Notices' }).getByText(text)
  }

  /** Takes every notice away. */
  async dismissNotices(): Promise<void> {
    const dismiss = this.page.getByRole('button', { name: 'Dismiss notice' })
    for (let left = await dismiss.count(); left > 0; left--) await dismiss.first().click()
  }
}
