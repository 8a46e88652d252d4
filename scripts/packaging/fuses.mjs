// The fuses of Electron in a package: switches inside the executable that cannot be changed from
// outside without breaking its signature.

/** All nine that there are; `strictlyRequireAllFuses` refuses an Electron with one more. */
export const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  // The window is served from app://, and no page from a file.
  GrantFileProtocolExtraPrivileges: false,
  // A fault in WebAssembly, which runs triggers, ends as an exception instead of a crash.
  WasmTrapHandlers: true,
}

/** Sets the fuses that this Electron has: the last came after 33. */
export async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const present = await readFuses(executable)
  const isWhole = Object.keys(present).length === Object.keys(fuses).length
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: isWhole,
    ...Object.fromEntries(Object.keys(present).map((name) => [FuseV1Options[name], fuses[name]])),
  })
}

/** The fuses of an executable as they are: by name, on or off; without those that it has not. */
export async function readFuses(executable) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  const wire = await getCurrentFuseWire(executable)
  return Object.fromEntries(
    Object.keys(FuseV1Options)
      .filter((name) => Number.isNaN(Number(name)) && wire[FuseV1Options[name]] !== undefined)
      .map((name) => [name, wire[FuseV1Options[name]] === FuseState.ENABLE]),
  )
}
