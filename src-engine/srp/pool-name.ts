/** The part of a user pool ID after the first `_`, which SRP hashes as the pool's name. */
export const poolName = (userPoolId: string): string =>
  userPoolId.slice(userPoolId.indexOf('_') + 1)
