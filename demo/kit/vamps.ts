// Turns rows of vamps into vamps with anchors.

import { id } from '../../src/core/kit/ids.ts'
import type { Vamp } from '../../src/core/show/show.ts'
import type { Production } from './notation.ts'
import type { Pages } from './pages.ts'

export const compileVamps = (production: Production, pages: Pages): Vamp[] =>
  production.vamps.map(({ id: name, kind, item, on, bar, seconds, max, out }) => {
    const { seconds: begins, line } = pages.at(item, on, 'from')
    const page = pages.pageAt(item, begins)
    return {
      id: id(name),
      kind,
      anchor: { item: id(item), seconds: begins, ...(line ? { line } : {}), bar, page },
      seconds,
      secondsMax: max,
      out,
    }
  })
