// One part of the walk by itself: `npm run screens own-note`, `npm run screens quiet-help`. The table of what was measured is written by the whole walk only.

import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../kit/browser.ts'
import { Gallery } from './gallery.ts'
import { ownNote } from './own-note.ts'
import { quietHelp } from './quiet-help.ts'

const walks = new Map<string, (browser: Browser, gallery: Gallery) => Promise<void>>([
  ['own-note', ownNote],
  ['quiet-help', quietHelp],
])

/** Null where there is no such part. */
export async function walkAlone(name = ''): Promise<number | null> {
  const walk = walks.get(name)
  if (walk === undefined) return null
  const folders = {
    kept: fileURLToPath(new URL('../../docs/screens/', import.meta.url)),
    all: fileURLToPath(new URL('../../.screens/', import.meta.url)),
  }
  const browser = await launchChromium()
  try {
    const gallery = await Gallery.open(browser, folders, (file) => file.startsWith(`${name}-`))
    await walk(browser, gallery)
    for (const { name: picture, size, luminance, complaints } of gallery.pictures)
      process.stdout.write(`${[picture, size, luminance.toFixed(4), ...complaints].join(' · ')}\n`)
    return gallery.pictures.some(({ complaints }) => complaints.length > 0) ? 1 : 0
  } finally {
    await browser.close()
  }
}
