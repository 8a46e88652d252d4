import { attributeList } from '../account/attributes.ts'
import type { User } from '../state/pool.ts'

const common = (user: User) => ({
  Enabled: user.enabled,
  UserCreateDate: user.createdAt / 1000,
  UserLastModifiedDate: user.modifiedAt / 1000,
  UserStatus: user.status,
  Username: user.username,
})

/** `UserType`, as lists and AdminCreateUser have it; dates in seconds since 1970. */
export const userType = (user: User) => ({ Attributes: attributeList(user), ...common(user) })

/** The answer of AdminGetUser, which calls the attributes otherwise. */
export const adminUser = (user: User) => ({
  ...common(user),
  UserAttributes: attributeList(user),
  // The service leaves both out when there is nothing to tell.
  ...(user.preferredMfa ? { PreferredMfaSetting: user.preferredMfa } : {}),
  ...(user.enabledMfa.length > 0 ? { UserMFASettingList: user.enabledMfa } : {}),
})
