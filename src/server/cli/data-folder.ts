// Where an installation keeps its record and its certificate.

import { join } from 'node:path'

export const dataFolder = (given: string | undefined): string => given ?? join(process.cwd(), '.ghostlight')
