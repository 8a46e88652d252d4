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
import { defineAsyncComponent, type Component } from 'vue'

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
  /** Other words that find it in the palette. */
  readonly synonyms?: string
}

// A view is loaded when it is first opened; the sign-in view comes with the window itself.
const later = (load: () => Promise<Component>) => defineAsyncComponent(load)

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
    component: later(() => import('./SignInView.vue')),
    synonyms: 'login flow',
  },
  {
    id: 'history',
    title: 'History',
    accelerator: 'CmdOrCtrl+2',
    icon: History,
    component: later(() => import('./HistoryView.vue')),
    run: 'opened',
    synonyms: 'runs past traces clear delete',
  },
  {
    id: 'tokens',
    title: 'Tokens',
    accelerator: 'CmdOrCtrl+3',
    icon: KeyRound,
    component: later(() => import('./TokensView.vue')),
    synonyms: 'jwt decode verify',
  },
  {
    id: 'practice',
    title: 'Practice pool',
    accelerator: 'CmdOrCtrl+4',
    icon: FlaskConical,
    component: later(() => import('./PracticeView.vue')),
    synonyms: 'emulator outbox triggers lambda faults users',
  },
  {
    id: 'account',
    title: 'Account',
    accelerator: 'CmdOrCtrl+5',
    icon: UserCog,
    component: later(() => import('./AccountView.vue')),
    run: 'account',
    synonyms: 'calls operations api sign up forgot password',
  },
  {
    id: 'devices',
    title: 'Devices, passkeys',
    accelerator: 'CmdOrCtrl+6',
    icon: Fingerprint,
    component: later(() => import('./DevicesView.vue')),
    synonyms: 'webauthn authenticator remembered',
  },
  {
    id: 'watch',
    title: 'Watch',
    accelerator: 'CmdOrCtrl+7',
    icon: Radio,
    component: later(() => import('./WatchView.vue')),
    run: 'watched',
    synonyms: 'record proxy endpoint application client',
  },
  {
    id: 'srp-check',
    title: 'SRP X-ray',
    accelerator: 'CmdOrCtrl+8',
    icon: ScanSearch,
    component: later(() => import('./SrpCheckView.vue')),
    synonyms: 'proof values password verifier deviation',
  },
  {
    id: 'settings',
    title: 'Settings',
    accelerator: 'CmdOrCtrl+,',
    icon: Settings,
    component: later(() => import('./SettingsView.vue')),
    synonyms: 'preferences options theme dark light density zoom proxy certificate clear clipboard',
  },
] as const satisfies readonly View[]

/** The stable name of a view. */
export type ViewId = (typeof views)[number]['id']

/** The view of an id. */
export const viewOf = (id: ViewId): View => views.find((view) => view.id === id) ?? views[0]
