import type { ModPow } from '#engine/srp/modular-exponentiation.ts'
import { integerFromBytes } from '#engine/srp/pad.ts'
import type { SentClaim } from '#engine/srp-xray/compute-claim.ts'
import type { Deviation } from '#engine/srp-xray/deviation.ts'
import {
  hypothesesFor,
  hypothesisFromPublicValue,
  hypothesisExchange,
  nameDeviations,
  type Hypothesis,
  type HypothesisExchange,
} from '#engine/srp-xray/name-deviation.ts'
import type { RecipeUser } from '#engine/srp-xray/recipe.ts'

/** What is known so far of how one app client computes its proofs for one user. */
export interface SrpXrayReport {
  readonly clientId: string
  readonly username: string
  /** Proofs that came. */
  readonly attempts: number
  /**
   * `right`: the newest proof was right. `searching`: it was wrong, and further sign-ins are needed.
   * `named`: its deviations are below. `unknown`: none that is known fits, or the password is wrong.
   */
  readonly state: 'right' | 'searching' | 'named' | 'unknown'
  /** What the next challenge is made for; empty where it is made as Cognito makes it. */
  readonly trying: string
  /** Sign-ins that are needed at most until there is a name. */
  readonly remaining: number
  readonly deviations: readonly Pick<Deviation, 'id' | 'rule' | 'title'>[]
}

/** A challenge of the X-ray, kept until its proof comes. */
export interface XrayExchange extends HypothesisExchange {
  readonly clientId: string
  readonly user: RecipeUser
}

/** What the X-ray makes of a proof. */
export interface XrayVerdict {
  /** True for a right proof of a challenge as Cognito makes it. */
  readonly right: boolean
}

/**
 * Finds out what is wrong with another program’s SRP: off at first. While it is on, a wrong proof
 * counts to no lock-out, and each following challenge is made for one known deviation until one
 * proves itself.
 */
export interface SrpXray {
  readonly isOn: () => boolean
  readonly turn: (on: boolean) => void
  /** Makes the challenge for the next attempt of this client and user, which begins with this SRP_A. */
  readonly begin: (clientId: string, user: RecipeUser, A: bigint) => XrayExchange
  /** Reads the proof of a challenge. */
  readonly end: (
    exchange: XrayExchange,
    A: bigint,
    secretBlock: string,
    claim: SentClaim,
  ) => XrayVerdict
  readonly reports: () => readonly SrpXrayReport[]
}

interface ObservedUser {
  readonly salt: bigint
  readonly hypotheses: readonly Hypothesis[]
  /** Index of the hypothesis that the next challenge is made for. */
  next: number
  /** The group that SRP_A suggested was tried, and is not what is wrong. */
  groupTried: boolean
  report: SrpXrayReport
}

/** Opens the X-ray of a practice server. */
export function createSrpXray({
  modPow,
  randomBytes,
}: {
  readonly modPow: ModPow
  readonly randomBytes: (length: number) => Uint8Array
}): SrpXray {
  let on = false
  const observedUsers = new Map<string, ObservedUser>()
  const random = (bytes: number) => integerFromBytes(randomBytes(bytes))

  const observedUserOf = (clientId: string, user: RecipeUser): ObservedUser => {
    const key = [clientId, user.userId, user.typed, user.password].join('\n')
    const known = observedUsers.get(key)
    if (known) return known
    // Its first bit is set, so that a missing sign byte shows.
    const salt = (1n << 127n) | random(15)
    const hypotheses = hypothesesFor(user, salt)
    const observed: ObservedUser = {
      salt,
      hypotheses,
      next: 0,
      groupTried: false,
      report: {
        clientId,
        username: user.userId,
        attempts: 0,
        state: 'searching',
        trying: '',
        remaining: hypotheses.length,
        deviations: [],
      },
    }
    observedUsers.set(key, observed)
    return observed
  }

  return {
    isOn: () => on,
    turn: (wanted) => {
      on = wanted
      observedUsers.clear()
    },
    begin: (clientId, user, A) => {
      const { groupTried, hypotheses, next, salt } = observedUserOf(clientId, user)
      const ofGroup = groupTried ? undefined : hypothesisFromPublicValue(A)
      const hypothesis = ofGroup ?? hypotheses[next]
      if (!hypothesis) throw new TypeError('there is always a next hypothesis')
      return { clientId, user, ...hypothesisExchange(hypothesis, user, salt, random, modPow) }
    },
    end: (exchange, A, secretBlock, claim) => {
      const observed = observedUserOf(exchange.clientId, exchange.user)
      const deviations = nameDeviations(exchange, A, exchange.user, secretBlock, claim, modPow)
      const right = deviations?.length === 0
      const wasOfGroup = exchange.hypothesis.deviation?.changes.N !== undefined
      observed.groupTried = !deviations && (wasOfGroup || observed.groupTried)
      if (deviations) observed.next = 0
      else if (!wasOfGroup) observed.next = (observed.next + 1) % observed.hypotheses.length
      const isDone = !deviations && !wasOfGroup && observed.next === 0
      const trying = observed.hypotheses[observed.next]?.deviation?.title ?? ''
      observed.report = {
        ...observed.report,
        attempts: observed.report.attempts + 1,
        state: right ? 'right' : deviations ? 'named' : isDone ? 'unknown' : 'searching',
        trying,
        remaining: deviations || isDone ? 0 : observed.hypotheses.length - observed.next,
        deviations: (deviations ?? []).map(({ id, rule, title }) => ({ id, rule, title })),
      }
      return { right }
    },
    reports: () => [...observedUsers.values()].map(({ report }) => report),
  }
}
