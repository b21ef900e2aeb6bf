// What the link keeps on a device, as text: presses that wait, and tonight.

import type { Page } from 'playwright-core'

export const keptOn = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('ghostlight')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('link').objectStore('link').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(asked.result))
          }
        }
      }),
  )
