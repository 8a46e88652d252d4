/**
 * Whether a host, without its port, is this machine by its name: RFC 6761 reserves `localhost` and
 * all names under it, RFC 1122 the addresses 127.0.0.0/8. No other machine answers for them.
 */
export const isLoopbackHost = (host: string): boolean =>
  /^(localhost|([\w-]+\.)+localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host)
