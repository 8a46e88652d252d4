import { app, BrowserWindow, session } from 'electron'
import { confinedPage, pinDown } from './hardening.ts'

/** Pixels of the picture for each of the drawing, so that its text is sharp on any screen. */
const scale = 2

/** Shows pictures that are in its own text, and nothing else. */
const page = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">`

/**
 * Draws an SVG as a PNG in a hidden page, which loads nothing.
 * @throws Error where the browser cannot draw it
 */
export async function drawPicture(svg: string): Promise<Uint8Array> {
  await app.whenReady()
  // In memory alone: its name does not begin with `persist:`.
  const own = session.fromPartition('pictures', { cache: false })
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith('data:') })
  })
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  const window = new BrowserWindow({
    show: false,
    webPreferences: confinedPage(own),
  })
  pinDown(window.webContents)
  try {
    await window.loadURL(`data:text/html,${encodeURIComponent(page)}`)
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    const png = (await window.webContents.executeJavaScript(scriptOf(source))) as string
    return Buffer.from(png.slice(png.indexOf(',') + 1), 'base64')
  } finally {
    window.destroy()
  }
}

/** An SVG in an image runs no script and loads nothing. */
const scriptOf = (source: string): string => `(async () => {
  const image = new Image()
  image.src = ${JSON.stringify(source)}
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * ${String(scale)}
  canvas.height = image.naturalHeight * ${String(scale)}
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
})()`
