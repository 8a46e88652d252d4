// Runs a command with a real keyring of its own: a private D-Bus session and an unlocked
// gnome-keyring whose files are thrown away afterwards. The person's own keyring is not touched.
import { spawn } from 'node:child_process'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from './progress.mjs'
import { signalNumber } from './run-command.mjs'

// The daemon reads the password of its new keyring from stdin and goes to the background. What
// listens on the session bus ends with the session.
const unlock =
  'printf authscope | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'

// A session bus that starts no desktop services of its own accord and keeps its remarks to itself.
export const busConfiguration = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <syslog/>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

/**
 * Runs a command inside the keyring, with this process's input and output.
 *
 * @returns {Promise<number>} its exit status
 */
export async function runWithKeyring(command, args, environment = process.env) {
  if (process.platform !== 'linux') return run(command, args, environment)
  const folder = await mkdtemp(join(tmpdir(), 'authscope-keyring-'))
  const dataHome = join(folder, 'data')
  const runtime = join(folder, 'runtime')
  try {
    await mkdir(dataHome)
    await mkdir(runtime, { mode: 0o700 })
    await writeFile(join(folder, 'bus.conf'), busConfiguration)
    const inner = [
      `--config-file=${join(folder, 'bus.conf')}`,
      '--',
      'sh',
      '-c',
      unlock,
      'sh',
      command,
      ...args,
    ]
    return await run('dbus-run-session', inner, {
      ...environment,
      XDG_DATA_HOME: dataHome,
      XDG_RUNTIME_DIR: runtime,
      AUTHSCOPE_TEST_KEYRING: '1',
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function run(command, args, environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: environment })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const forward = (signal) => child.kill(signal)
    signals.forEach((signal) => process.on(signal, forward))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      signals.forEach((name) => process.off(name, forward))
      resolve(code ?? 128 + signalNumber(signal))
    })
  })
}

if (import.meta.filename === process.argv[1]) {
  const [command, ...args] = process.argv.slice(2)
  await runScript(() => runWithKeyring(command, args))
}
