import type { Socket } from 'node:net'
import { TLSSocket, type PeerCertificate } from 'node:tls'
import type { Connection } from '#engine/trace/event.ts'

/** What is known about a connection once it is established. */
export function describeConnection(socket: Socket, reused: boolean): Connection {
  const { remoteAddress, remotePort, remoteFamily } = socket
  const address = remoteFamily === 'IPv6' ? `[${remoteAddress ?? ''}]` : remoteAddress
  return {
    reused,
    ...(address !== undefined && { remoteAddress: `${address}:${String(remotePort)}` }),
    ...(socket instanceof TLSSocket && { tls: describeTls(socket) }),
  }
}

function describeTls(socket: TLSSocket): NonNullable<Connection['tls']> {
  // Typed as always full, but empty when the server showed no certificate.
  const certificate: Partial<PeerCertificate> = socket.getPeerCertificate()
  const { issuer = {}, subject = {}, valid_to: validTo = '' } = certificate
  const names = ({ O, CN }: Partial<Record<'CN' | 'O', string | string[]>>) =>
    [CN, O].flat().filter(Boolean).join(', ')
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    subject: names(subject),
    issuer: names(issuer),
    validTo,
  }
}
