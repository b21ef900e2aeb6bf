// The page's side of the kept app: has the worker installed, and lets a newer one take over between performances only.

import { TAKE_OVER } from '../worker/said.ts'
import { cameSafely } from './way-in.ts'

/** `none`: nothing can be kept here. `newer`: another one is on the device and waits. `full`: there is no room for tonight. */
export type AppState = 'unknown' | 'kept' | 'newer' | 'none' | 'full'

const WORKER = '/worker.js'
/** How often a page that stays open all week asks whether there is a newer one. */
const ASK_MS = 3_600_000
/** A newer app that is not there by then does not come: the page is asked for as it is. */
const INSTALL_MS_MAX = 20_000

let state: AppState = 'unknown'
const listeners = new Set<() => void>()

export const appState = (): AppState => state

export function onAppState(told: () => void): () => void {
  listeners.add(told)
  return () => listeners.delete(told)
}

function become(next: AppState): void {
  if (next === state) return
  state = next
  for (const told of listeners) told()
}

/** The browser had no room for tonight, not even for the least of it. */
export const noRoomHere = (): void => become('full')

/** Only where the page came by https: the desk's own machine has the server beside it, and whoever builds sees each build. */
export async function keepApp(): Promise<void> {
  const workers = cameSafely() ? navigator.serviceWorker : undefined
  if (!workers) return become(window.isSecureContext ? 'unknown' : 'none')
  reloadOnTakeOver(workers)
  // What a browser in need throws away first is what it was not asked to keep.
  void navigator.storage?.persist?.().catch(() => false)
  try {
    const registration = await workers.register(WORKER, { updateViaCache: 'none' })
    watch(registration)
    await workers.ready
    become(registration.waiting ? 'newer' : 'kept')
    setInterval(() => void registration.update().catch(() => undefined), ASK_MS)
  } catch {
    // No room, or a certificate that is not trusted after all: an app that was kept before still is.
    become(workers.controller ? 'kept' : 'none')
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && registration.active) become('newer')
    })
  })
}

/** The first worker of all takes a page that is new already; only a later one brings another page. */
function reloadOnTakeOver(workers: ServiceWorkerContainer): void {
  let mine = workers.controller
  workers.addEventListener('controllerchange', () => {
    if (mine) location.reload()
    mine = workers.controller
  })
}

/** Whoever calls this knows that no performance is on. */
export async function takeNewer(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  registration?.waiting?.postMessage(TAKE_OVER)
}

/** For an app that the server does not speak with any more: whatever is kept, the next page is the server's. */
export async function reloadFresh(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  if (registration) {
    await registration.update().catch(() => undefined)
    const newer = await waitingOf(registration)
    if (newer) return newer.postMessage(TAKE_OVER)
    await registration.unregister()
  }
  location.reload()
}

function waitingOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const { waiting, installing } = registration
  if (waiting || !installing) return Promise.resolve(waiting)
  return new Promise((resolve) => {
    const end = () => resolve(registration.waiting)
    setTimeout(end, INSTALL_MS_MAX)
    installing.addEventListener('statechange', () => {
      if (installing.state !== 'installing') end()
    })
  })
}
