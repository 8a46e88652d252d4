/** Starts a virtual display: what to merge into a program’s environment, and how to end it. */
export function startVirtualDisplay(): Promise<{
  readonly environment: { readonly DISPLAY: string }
  readonly stop: () => void
}>
