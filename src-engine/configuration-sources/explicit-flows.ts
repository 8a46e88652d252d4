import type { FoundText } from './configuration-source.ts'

/** In the order in which a person would try them. */
const flows = ['USER_SRP_AUTH', 'USER_AUTH', 'USER_PASSWORD_AUTH', 'CUSTOM_AUTH']

/** The flow to begin with, of those that an app client allows (`ALLOW_USER_SRP_AUTH`). */
export function flowOfExplicit(
  allowed: readonly unknown[],
  place: string,
  client?: string,
): readonly FoundText[] {
  const flow = flows.find((one) => allowed.includes(`ALLOW_${one}`))
  return flow === undefined
    ? []
    : [{ field: 'flow', text: flow, place, ...(client !== undefined && { client }) }]
}
