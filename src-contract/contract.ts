import { appRoutes } from './routes/app.ts'
import { deviceRoutes } from './routes/devices.ts'
import { callRoutes } from './routes/calls.ts'
import { certificateRoutes } from './routes/certificates.ts'
import { configurationRoutes } from './routes/configurations.ts'
import { exportRoutes } from './routes/exports.ts'
import { historyFileRoutes } from './routes/history-file.ts'
import { historyRoutes } from './routes/history.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { practiceRoutes } from './routes/practice.ts'
import { probeRoutes } from './routes/probes.ts'
import { profileRoutes } from './routes/profiles.ts'
import { recipeRoutes } from './routes/recipes.ts'
import { recordingRoutes } from './routes/recordings.ts'
import { redriveRoutes } from './routes/redrive.ts'
import { runRoutes } from './routes/runs.ts'
import { secretRoutes } from './routes/secrets.ts'
import { srpRoutes } from './routes/srp.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { triggerRoutes } from './routes/triggers.ts'
import { watchRoutes } from './routes/watch.ts'

/** Every call that the window can make of the main process. */
export const contract = {
  ...appRoutes,
  ...profileRoutes,
  ...configurationRoutes,
  ...probeRoutes,
  ...runRoutes,
  ...redriveRoutes,
  ...historyRoutes,
  ...historyFileRoutes,
  ...recipeRoutes,
  ...recordingRoutes,
  ...secretRoutes,
  ...tokenRoutes,
  ...srpRoutes,
  ...exportRoutes,
  ...passkeyRoutes,
  ...practiceRoutes,
  ...deviceRoutes,
  ...triggerRoutes,
  ...callRoutes,
  ...watchRoutes,
  ...certificateRoutes,
} as const

export type Contract = typeof contract
