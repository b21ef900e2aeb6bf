// Builds the screens into dist/web, where the server serves them from.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import { licences } from './tools/licences.ts'

const WORKER = 'worker.js'
const written = licences()

/** What a device keeps: all but the worker itself, what reads a PDF (only where one is added, with the house there), and type for browsers that are too old for anything else. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !/^\.|^worker\.js$|^licences\.json$|^pdf[.-]|\.woff$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      url: file.slice(folder.length).replaceAll('\\', '/'),
      revision: createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16),
    }))

/** The script of a page for when somebody is down, or everybody out: by itself, so that it waits for nothing of the app. */
const pageScript = (folder: string, { entry, name }: { readonly entry: string; readonly name: string }) =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry,
        formats: ['iife'],
        name: name.replaceAll('-', ''),
        fileName: () => `${name}.js`,
      },
    },
  })

/** Built last and by itself, for it names every file of the build by its bytes; a change of any makes it another. */
function worker(): Plugin {
  let folder = ''
  return {
    name: 'ghostlight-worker',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      folder = resolve(root, outDir)
    },
    closeBundle: async () => {
      await pageScript(folder, { entry: 'src/web/incident/page.ts', name: 'incident' })
      await pageScript(folder, { entry: 'src/web/roll-call/page.ts', name: 'roll-call' })
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        plugins: [written],
        define: {
          FILES: JSON.stringify(filesIn(folder)),
          'process.env.NODE_ENV': JSON.stringify('production'),
        },
        build: {
          outDir: folder,
          emptyOutDir: false,
          lib: {
            entry: 'src/web/worker/worker.ts',
            formats: ['iife'],
            name: 'worker',
            fileName: () => WORKER,
          },
        },
      })
    },
  }
}

export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [react(), written, worker()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // One file each way: a phone in a dead spot has the whole app or none of it.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
