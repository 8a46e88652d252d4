import type { Profile } from '#contract/routes/profiles.ts'
import {
  profileFileMark,
  sharedFields,
} from '#engine/configuration-sources/sources/profile-file.ts'

/** The version of a shared profile. */
const version = 1

/**
 * A profile as a file for others, which pasting or dropping it reads again. It says which pool and
 * client, and nothing of a person: no secret, no user name, no AWS profile.
 */
export function sharedProfile(profile: Profile): string {
  const fields = Object.fromEntries(sharedFields.map((field) => [field, profile[field]]))
  return `${JSON.stringify({ [profileFileMark]: version, ...fields }, null, 2)}\n`
}

/** A file name for it that every system takes. */
export const sharedProfileFileName = ({ name }: Profile): string =>
  `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'profile'}.authscope-profile.json`
