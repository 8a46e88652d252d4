import type { ChoiceSetting } from './setting.ts'

const choices = [
  { value: 'started_at desc', label: 'Newest first' },
  { value: 'started_at', label: 'Oldest first' },
  { value: 'service_ms desc', label: 'Slowest first' },
  { value: 'service_ms', label: 'Fastest first' },
  { value: 'user', label: 'User, A to Z' },
  { value: 'user desc', label: 'User, Z to A' },
  { value: 'status', label: 'Outcome' },
  { value: 'status desc', label: 'Outcome, reversed' },
  { value: 'code', label: 'First cause' },
  { value: 'code desc', label: 'First cause, reversed' },
  { value: 'error', label: 'Error, A to Z' },
  { value: 'error desc', label: 'Error, Z to A' },
  { value: 'flow', label: 'Flow, A to Z' },
  { value: 'flow desc', label: 'Flow, Z to A' },
  { value: 'profile', label: 'Profile, A to Z' },
  { value: 'profile desc', label: 'Profile, Z to A' },
] as const

export const historyOrder = {
  key: 'historyOrder',
  group: 'Secrets and history',
  title: 'Order of the history',
  kind: 'choice',
  choices,
  default: 'started_at desc',
} as const satisfies ChoiceSetting
