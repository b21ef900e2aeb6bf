// Builds the server into dist/server: few files instead of hundreds, so that it is open sooner and needs no TypeScript.
import { defineConfig } from 'vite'
import { letters } from './tools/letters.ts'
import { licences } from './tools/licences.ts'
import { unasked } from './tools/unasked.ts'

export default defineConfig({
  publicDir: false,
  plugins: [letters(), licences(), unasked()],
  build: {
    // The oldest Node that the package allows.
    target: 'node24',
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        cli: 'src/server/cli/cli.ts',
        // Threads of their own, found beside the others by their names (src/server/log/thread-file.ts).
        writer: 'src/server/log/writer.ts',
        'side-thread': 'src/server/log/side-thread.ts',
        'show-thread': 'src/server/office/show-thread.ts',
        'upload-thread': 'src/server/office/upload-thread.ts',
        'pdf-thread': 'src/server/office/pdf-thread.ts',
        'dry-run-thread': 'src/server/office/dry-run-thread.ts',
        'cover-thread': 'src/server/cover/cover-thread.ts',
        'press-thread': 'src/server/press/press-thread.ts',
      },
      // CommonJS: importing `node:http` as a module loads all that it can offer, fetch too, at every start.
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
  // These read files beside themselves, which the package installs: the press its letters, the solver its machine code.
  ssr: { noExternal: true, external: ['pdfkit', 'clingo-wasm'] },
})
