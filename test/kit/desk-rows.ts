// What a desk says in its rows: what it holds as called, and the item that runs.

import type { Page } from 'playwright-core'

/** What a desk holds as called, also in rows that it hides for want of room: "LX 2 · SND 1 20:41:07". */
export const calledRows = (desk: Page): Promise<readonly string[]> =>
  desk
    .getByLabel('Calling', { exact: true })
    .locator('li')
    .evaluateAll((rows) =>
      rows.flatMap((row) => {
        const [names, , time] = [...row.children].map((one) => one.textContent ?? '')
        return time !== undefined && /^\d\d:\d\d:\d\d$/.test(time) ? [`${names} ${time}`] : []
      }),
    )

/** The item that runs, as a desk's running order marks it: "4 Read the Water". */
export const runningItem = (desk: Page): Promise<readonly string[]> =>
  desk
    .getByRole('region', { name: 'Running order' })
    .locator('[aria-current="true"]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children]
          .slice(0, 2)
          .map((one) => one.textContent)
          .join(' ')
          .trim(),
      ),
    )
