/** The result of a run, in a word and a tone, by its state. */
export const runOutcomes = {
  empty: { text: 'nothing happened', tone: 'plain' },
  running: { text: 'running', tone: 'accent' },
  waiting: { text: 'waiting', tone: 'ask' },
  tokens: { text: 'signed in', tone: 'ok' },
  accepted: { text: 'accepted', tone: 'ok' },
  refused: { text: 'refused', tone: 'bad' },
  failed: { text: 'failed', tone: 'bad' },
  'not sent': { text: 'not sent', tone: 'bad' },
  cancelled: { text: 'cancelled', tone: 'plain' },
  incomplete: { text: 'incomplete', tone: 'plain' },
} as const
