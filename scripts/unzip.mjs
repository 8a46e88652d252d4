// Unpacks a zip archive with nothing but Node: neither `unzip` nor an installed package is certain
// to be there when the set-up runs. Stored and deflated entries, no zip64, no encryption.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join, relative, isAbsolute } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * Unpacks the entries of a zip that `choose` gives a target for.
 *
 * @param {string} zipPath
 * @param {string} folder
 * @param {(name: string) => string | undefined} choose the target within `folder`, or undefined
 */
export async function unzip(zipPath, folder, choose = (name) => name) {
  const file = await open(zipPath)
  try {
    const entries = await readDirectory(file)
    for (const entry of entries) {
      const target = entry.name.endsWith('/') ? undefined : choose(entry.name)
      if (target === undefined) continue
      const path = join(folder, target)
      if (isOutside(folder, path)) throw new Error(`${zipPath} has an entry outside its folder`)
      await mkdir(dirname(path), { recursive: true })
      await unpackEntry(file, zipPath, entry, path)
    }
  } finally {
    await file.close()
  }
}

function isOutside(folder, path) {
  const relativePath = relative(folder, path)
  return relativePath.startsWith('..') || isAbsolute(relativePath)
}

async function readDirectory(file) {
  const { size } = await file.stat()
  const tailSize = Math.min(size, 65_557)
  const tail = await readAt(file, size - tailSize, tailSize)
  let end = tailSize - 22
  while (end >= 0 && tail.readUInt32LE(end) !== endOfDirectory) end -= 1
  if (end < 0) throw new Error('the archive is cut short')
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== directoryEntry) throw new Error('the archive is damaged')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function unpackEntry(file, zipPath, entry, path) {
  const header = await readAt(file, entry.offset, 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const out = createWriteStream(path, { mode: entry.mode || 0o644 })
  if (entry.packedSize === 0) {
    out.end()
    return
  }
  const packed = createReadStream(zipPath, { start, end: start + entry.packedSize - 1 })
  if (entry.method === 0) await pipeline(packed, out)
  else if (entry.method === 8) await pipeline(packed, createInflateRaw(), out)
  else throw new Error(`${entry.name} is packed by method ${entry.method}, which is not known here`)
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  await file.read(buffer, 0, length, position)
  return buffer
}
