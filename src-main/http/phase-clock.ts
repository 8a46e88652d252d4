import type { Socket } from 'node:net'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Phases } from '#engine/trace/event.ts'
import { roundedMs } from '#engine/units/milliseconds.ts'

/** Measures the phases of one exchange: each begins where the one before it ends. */
export class PhaseClock {
  readonly #phases: { -readonly [Phase in keyof Phases]: number } = {}
  #phase: keyof Phases | undefined = 'blocked'
  #since = performance.now()

  /**
   * The exchange has a socket: an old one is ready to send, a new one has to connect first.
   * @param isTunnel the socket has just come through a proxy; TLS begins on it now
   */
  follow(socket: Socket, host: string, isTunnel = false): void {
    if (isTunnel && socket instanceof TLSSocket) {
      this.begin('tls')
      socket.once('secureConnect', () => {
        this.begin('send')
      })
      return
    }
    if (!socket.connecting) {
      this.begin('send')
      return
    }
    this.begin(isIP(host) === 0 ? 'dns' : 'connect')
    // One lookup is announced for each address that the name has.
    socket.once('lookup', (error: Error | null) => {
      // A name that was not found has nothing to connect to: all that time went into the lookup.
      if (!error) this.begin('connect')
    })
    socket.once('connect', () => {
      this.begin(socket instanceof TLSSocket ? 'tls' : 'send')
    })
    socket.once('secureConnect', () => {
      this.begin('send')
    })
  }

  begin(phase: keyof Phases): void {
    this.end()
    this.#phase = phase
  }

  /** A server may answer before it has read everything; then sending ends with the answer. */
  sent(): void {
    if (this.#phase === 'send') this.begin('wait')
  }

  /** Ends the phase that runs; the ones that never began stay absent. */
  end(): Phases {
    const now = performance.now()
    if (this.#phase) this.#phases[this.#phase] = roundedMs(now - this.#since)
    this.#phase = undefined
    this.#since = now
    return this.#phases
  }
}
