import {
  Fingerprint,
  FlaskConical,
  History,
  KeyRound,
  LogIn,
  Radio,
  ScanSearch,
  Settings,
  UserCog,
} from '@lucide/vue'
import type { Component } from 'vue'
import { later } from '../later.ts'

/** One place of the window. It may emit `command` with the id of a command to run. */
export interface View {
  readonly id: string
  readonly title: string
  /** As Electron writes it; `CmdOrCtrl` is Command on macOS and Ctrl elsewhere. */
  readonly accelerator: string
  readonly icon: Component
  readonly component: Component
  /** Which run it shows, for the export and for marks; the current sign-in where it says nothing. */
  readonly run?: 'opened' | 'account' | 'watched'
  /** It is hidden, not taken apart, while another view is shown: what is open and scrolled to stays. */
  readonly isKept?: boolean
  /** Other words that find it in the palette. */
  readonly synonyms?: string
}

const view = (load: () => Promise<Component>): Component => later(load)

/**
 * The views in the order of the side bar. Side bar, palette, menu, keys and the window itself derive
 * from this list: a new view is a component beside this file and one entry here.
 */
export const views = [
  {
    id: 'sign-in',
    title: 'Sign-in',
    accelerator: 'CmdOrCtrl+1',
    icon: LogIn,
    component: view(() => import('./SignInView.vue')),
    synonyms: 'login flow',
  },
  {
    id: 'history',
    title: 'History',
    accelerator: 'CmdOrCtrl+2',
    icon: History,
    component: view(() => import('./HistoryView.vue')),
    run: 'opened',
    isKept: true,
    synonyms: 'runs past traces clear delete compare pin note',
  },
  {
    id: 'tokens',
    title: 'Tokens',
    accelerator: 'CmdOrCtrl+3',
    icon: KeyRound,
    component: view(() => import('./TokensView.vue')),
    synonyms: 'jwt decode verify',
  },
  {
    id: 'practice',
    title: 'Practice pool',
    accelerator: 'CmdOrCtrl+4',
    icon: FlaskConical,
    component: view(() => import('./PracticeView.vue')),
    synonyms: 'emulator outbox triggers lambda faults users',
  },
  {
    id: 'account',
    title: 'Account',
    accelerator: 'CmdOrCtrl+5',
    icon: UserCog,
    component: view(() => import('./AccountView.vue')),
    run: 'account',
    synonyms: 'calls operations api sign up forgot password',
  },
  {
    id: 'devices',
    title: 'Devices, passkeys',
    accelerator: 'CmdOrCtrl+6',
    icon: Fingerprint,
    component: view(() => import('./DevicesView.vue')),
    synonyms: 'webauthn authenticator remembered',
  },
  {
    id: 'watch',
    title: 'Watch',
    accelerator: 'CmdOrCtrl+7',
    icon: Radio,
    component: view(() => import('./WatchView.vue')),
    run: 'watched',
    synonyms: 'record proxy endpoint application client',
  },
  {
    id: 'srp-check',
    title: 'SRP X-ray',
    accelerator: 'CmdOrCtrl+8',
    icon: ScanSearch,
    component: view(() => import('./SrpCheckView.vue')),
    synonyms: 'proof values password verifier deviation',
  },
  {
    id: 'settings',
    title: 'Settings',
    accelerator: 'CmdOrCtrl+,',
    icon: Settings,
    component: view(() => import('./SettingsView.vue')),
    synonyms:
      'preferences options theme dark light density zoom proxy certificate clear clipboard retention',
  },
] as const satisfies readonly View[]

/** The stable name of a view. */
export type ViewId = (typeof views)[number]['id']

/** The view of an id. */
export const viewOf = (id: ViewId): View => views.find((view) => view.id === id) ?? views[0]
