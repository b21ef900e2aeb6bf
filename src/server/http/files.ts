// The built screens, read once at start: a path is looked up in this table and never on the disk.

import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export type StaticFile = { readonly body: Buffer; readonly type: string; readonly cache: string }

export const FILES_MAX = 500

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

/** Files by URL path. Names under /assets carry a hash of their bytes, so they may be kept for ever. */
export function readFiles(root: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    if (files.size >= FILES_MAX) throw new Error(`More than ${FILES_MAX} files in ${root}: is it the build?`)
    const file = join(entry.parentPath, entry.name)
    const path = `/${file.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, '')}`
    files.set(path, {
      body: readFileSync(file),
      type: types[extname(entry.name)] ?? 'application/octet-stream',
      cache: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  }
  return files
}
