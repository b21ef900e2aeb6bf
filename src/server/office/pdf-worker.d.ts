// The reader’s own worker, which comes without types: it is handed on as it is.

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
