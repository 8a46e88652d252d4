import type { AgentTool } from '../agent-tool.ts'
import { compareRunsTool } from './compare-runs.ts'
import { decodeToken } from './decode-token.ts'
import { diagnoseRun } from './diagnose-run.ts'
import { explain } from './explain.ts'
import { exportRun } from './export-run.ts'
import { listRuns } from './list-runs.ts'
import { openFile } from './open-file.ts'
import { practiceSignIn } from './practice-sign-in.ts'
import { runOutline } from './run-outline.ts'
import { runStep } from './run-step.ts'
import { signInTool } from './sign-in.ts'

/** Every tool for agents, at most twelve. */
export const agentTools: readonly AgentTool[] = [
  listRuns,
  runOutline,
  runStep,
  diagnoseRun,
  compareRunsTool,
  explain,
  decodeToken,
  openFile,
  exportRun,
  practiceSignIn,
  signInTool,
]
