import type { Operation } from '../operations/operation.ts'
import { adminCreateUser } from './admin-create-user.ts'
import { deviceOperations } from './devices.ts'
import { groupOperations } from './groups.ts'
import { listUsers } from './list-users.ts'
import { replicaOperations } from './replicas.ts'
import { sessionOperations } from './sessions.ts'
import { signInOperations } from './sign-in.ts'
import { tagOperations } from './tags.ts'
import { clientSecretOperations } from './client-secrets.ts'
import { mfaConfigurationOperations } from './mfa-configuration.ts'
import { userPoolClientOperations } from './user-pool-clients.ts'
import { userPoolOperations } from './user-pools.ts'
import { userOperations } from './users.ts'

/** Every operation that must be signed. */
export const administrativeOperations: readonly Operation[] = [
  ...userPoolOperations,
  ...tagOperations,
  ...mfaConfigurationOperations,
  ...userPoolClientOperations,
  ...clientSecretOperations,
  ...replicaOperations,
  ...groupOperations,
  adminCreateUser,
  listUsers,
  ...userOperations,
  ...deviceOperations,
  ...sessionOperations,
  ...signInOperations,
]
