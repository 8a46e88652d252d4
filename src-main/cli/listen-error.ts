/** What to say of a port that could not be opened; undefined for every other error. */
export function messageOfListenError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || error.syscall !== 'listen')
    return undefined
  const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is used by another program. Choose another with --port.`
  return code === 'EACCES'
    ? `You do not have permission to open port ${String(port)}. Choose one above 1023 with --port.`
    : undefined
}
