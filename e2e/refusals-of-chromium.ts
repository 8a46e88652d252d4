/** Electron says of a page or frame that it was not loaded. */
export const blockedLoads =
  /output: (\(node:\d+\) electron: Failed to load URL: .* with error: ERR_BLOCKED_BY_(CSP|CLIENT)$|\(Use `electron --trace-warnings)/

/** Chromium says in the console what the policy refused; these tests expect exactly that. */
export const refusals =
  /console (error|warning): .*(Content Security Policy|Refused|Failed to load resource|ERR_BLOCKED|ERR_ABORTED|violates|not allowed|Permission|denied|Not allowed|TrustedScriptURL)/i
