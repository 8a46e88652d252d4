/**
 * What the trace of a probe names in the place of an AuthFlow. Its refusals are what was asked for,
 * and no failures.
 */
export const probeFlow = 'Probe'
