import type { Timeline, TimelineStep } from '#engine/trace/timeline.ts'

/** The device that a challenge is about: as Cognito names it, else as the run named it before. */
export function deviceKeyOfRun(
  { steps }: Pick<Timeline, 'steps'>,
  { pending }: Pick<TimelineStep, 'pending'>,
): string {
  const received = pending?.parameters['DEVICE_KEY']
  if (received) return received
  for (const { attempts } of steps.toReversed()) {
    const sent = deviceKeyIn(attempts.at(-1)?.requestBody ?? '')
    if (sent) return sent
  }
  return ''
}

const containers = ['AuthParameters', 'ChallengeResponses']

function deviceKeyIn(body: string): string | undefined {
  try {
    const request = Object(JSON.parse(body)) as Readonly<Record<string, unknown>>
    const keys = containers.map(
      (name) => (Object(request[name]) as Readonly<Record<string, unknown>>)['DEVICE_KEY'],
    )
    return keys.find((key) => typeof key === 'string')
  } catch {
    return undefined
  }
}
