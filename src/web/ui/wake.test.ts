// The screen stays lit for as long as somebody may look at it, whatever the device takes away meanwhile.

import { expect, test } from 'vitest'
import { keepAwake } from './wake.ts'

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'
  show(state: DocumentVisibilityState): void {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

class Lock extends EventTarget {
  released = false
  async release(): Promise<void> {
    this.released = true
  }
}

function device({ refuses = false } = {}) {
  const page = new Page()
  const locks: Lock[] = []
  const lock = {
    request: async () => {
      const one = new Lock()
      locks.push(one)
      if (refuses) throw new Error('not now')
      return one
    },
  }
  return { page, lock, locks, held: () => locks.filter((one) => !one.released).length }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('APP-1: the device is kept awake while the page is seen: after another app, a sleep and a weak battery again', async () => {
  const { page, lock, locks, held } = device()
  const end = keepAwake({ page, lock })
  await settled()
  expect(held()).toBe(1)
  // The browser lets go when the page is hidden, and the page is told afterwards.
  await locks[0]?.release()
  page.show('hidden')
  await settled()
  expect(locks).toHaveLength(1)
  page.show('visible')
  page.show('visible')
  await settled()
  expect([locks.length, held()]).toEqual([2, 1])
  await locks[1]?.release()
  await settled()
  expect(locks).toHaveLength(2)
  page.dispatchEvent(new Event('pointerdown'))
  await settled()
  expect([locks.length, held()]).toEqual([3, 1])
  end()
  await settled()
  expect(held()).toBe(0)
  page.show('visible')
  await settled()
  expect(locks).toHaveLength(3)
})

test('APP-1: what refuses, or has no such thing, keeps nothing from working and is asked again at the next touch', async () => {
  const { page, lock, locks } = device({ refuses: true })
  keepAwake({ page, lock })
  await settled()
  page.dispatchEvent(new Event('pointerdown'))
  await settled()
  expect(locks).toHaveLength(2)
  expect(() => keepAwake({ page, lock: undefined })()).not.toThrow()
})
