import type { PoolDescription } from '../core/description.ts'

/** A client by its name; one that nobody has keeps its name, which an id may not contain whole. */
export function clientOf(
  pools: readonly PoolDescription[],
  name: string,
): { readonly userPoolId: string; readonly clientId: string; readonly clientSecret?: string } {
  for (const { clients, userPoolId } of pools) {
    const found = clients[name]
    if (found) return { userPoolId, ...found }
  }
  return { userPoolId: 'us-east-1_Practice1', clientId: name.replaceAll('-', '') }
}
