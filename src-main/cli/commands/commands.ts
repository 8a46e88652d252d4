import type { Command } from '../command.ts'
import { call } from './call.ts'
import { completion } from './completion.ts'
import { decode } from './decode.ts'
import { diagnose } from './diagnose.ts'
import { diff } from './diff.ts'
import { exportCommand } from './export.ts'
import { explain } from './explain.ts'
import { manual } from './manual.ts'
import { mcp } from './mcp.ts'
import { open } from './open.ts'
import { pool } from './pool.ts'
import { probe } from './probe.ts'
import { profile } from './profile.ts'
import { recipe } from './recipe.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { srpCheck } from './srp-check.ts'
import { trace } from './trace.ts'
import { verify } from './verify.ts'
import { watch } from './watch.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  signIn,
  call,
  probe,
  settings,
  profile,
  watch,
  open,
  diagnose,
  exportCommand,
  trace,
  diff,
  explain,
  pool,
  srpCheck,
  decode,
  verify,
  recipe,
  mcp,
  completion(() => commands),
  manual(() => commands),
]
