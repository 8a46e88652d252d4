/** Names of the packages that are not bundled into out/. */
export const unbundled: readonly string[]
