import { z } from 'zod'
import { probeResult } from '#contract/routes/probes.ts'
import { profile } from '#contract/routes/profiles.ts'
import { sealed } from '#main/vault/vault.ts'

/** The version of `profiles.json`. */
export const profileFileVersion = 1

/** A probe as stored in the file; earlier versions wrote the reason of a finding as `says`. */
const storedProbe = z.preprocess((stored) => {
  const probe = z.object({ findings: z.array(z.looseObject({ says: z.string() })) }).loose()
  const earlier = probe.safeParse(stored)
  if (!earlier.success) return stored
  const findings = earlier.data.findings.map(({ says, ...finding }) => ({
    ...finding,
    reason: says,
  }))
  return { ...earlier.data, findings }
}, probeResult)

/** A profile as stored in the file: its secrets only sealed. */
export const storedProfile = profile
  .omit({
    practice: true,
    hasClientSecret: true,
    hasTotpSecret: true,
    hasProxyPassword: true,
    unreadable: true,
  })
  .extend({
    clientSecret: sealed.optional(),
    totpSecret: sealed.optional(),
    proxyPassword: sealed.optional(),
    /** What the newest probe of its app client found out. */
    probe: storedProbe.optional(),
  })
export type StoredProfile = z.output<typeof storedProfile>

/** What `profiles.json` contains. */
export const profileFile = z.object({ profiles: z.array(storedProfile) })
export type ProfileFile = z.output<typeof profileFile>

/** The file of an application that never ran. */
export const emptyProfileFile: ProfileFile = { profiles: [] }
