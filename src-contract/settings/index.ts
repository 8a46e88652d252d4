import { caFile } from './ca-file.ts'
import { checkForUpdates } from './check-for-updates.ts'
import { clearClipboardAfter } from './clear-clipboard-after.ts'
import { density } from './density.ts'
import { historyColumns } from './history-columns.ts'
import { historyOrder } from './history-order.ts'
import { historyTable } from './history-table.ts'
import { keepHistory } from './keep-history.ts'
import { keepNotices } from './keep-notices.ts'
import { keepRunsDays } from './keep-runs-days.ts'
import { keepRunsMax } from './keep-runs-max.ts'
import { keepRunsMegabytes } from './keep-runs-megabytes.ts'
import { keys } from './keys.ts'
import { proxyUrl } from './proxy-url.ts'
import { proxy } from './proxy.ts'
import type { KeysOfCommands, Setting } from './setting.ts'
import { theme } from './theme.ts'
import { timeout } from './timeout.ts'
import { zoom } from './zoom.ts'

const list = [
  theme,
  density,
  zoom,
  keepNotices,
  keys,
  timeout,
  proxy,
  proxyUrl,
  caFile,
  clearClipboardAfter,
  historyTable,
  historyColumns,
  historyOrder,
  keepHistory,
  keepRunsDays,
  keepRunsMax,
  keepRunsMegabytes,
  checkForUpdates,
] as const

type ValueOf<S> = S extends { readonly choices: readonly { readonly value: infer V }[] }
  ? V
  : S extends { readonly kind: 'number' }
    ? number
    : S extends { readonly kind: 'switch' }
      ? boolean
      : S extends { readonly kind: 'keys' }
        ? KeysOfCommands
        : string

/** The value of every setting, by its key. */
export type Settings = { -readonly [S in (typeof list)[number] as S['key']]: ValueOf<S> }

/** The one list of settings, in the order of the form. */
export const settingList: readonly Setting[] = list

/** What a person who never changed anything has; both sides of the window begin with it. */
export const defaultSettings = Object.fromEntries(
  list.map((setting) => [setting.key, setting.default]),
) as unknown as Settings
