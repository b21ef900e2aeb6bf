// The thread in which one file that somebody chose is read: it may be made to hurt, and here it hurts nothing else.

import { parentPort, workerData } from 'node:worker_threads'
import { must } from '../../core/kit/assert.ts'
import { readUploaded, type TableWanted, tableIn, type Uploaded } from './uploaded.ts'

const line = must(parentPort, 'a file is read in a thread of its own')
// As at the edge: upload-reader.ts is the only one who starts this file.
const asked = workerData as Uploaded | TableWanted
line.postMessage('wanted' in asked ? tableIn(asked) : readUploaded(asked))
