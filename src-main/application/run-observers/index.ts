import type { RunObserver } from '#main/runs/run-observer.ts'
import type { KnownValues } from '../known-values.ts'
import { nameClockJump } from './name-clock-jump.ts'
import { rememberPassword } from './remember-password.ts'
import { settleDevice, type SettleDeviceDependencies } from './settle-device.ts'
import { tellWindow } from './tell-window.ts'

/** What all observers of runs need from outside. */
export interface ObserverDependencies extends SettleDeviceDependencies {
  readonly known: KnownValues
}

/** What follows from runs in the application, in the order in which it is told of them. */
export const runObservers = (from: ObserverDependencies): readonly RunObserver[] => [
  tellWindow(from),
  nameClockJump(from),
  rememberPassword(from.known),
  settleDevice(from),
]
