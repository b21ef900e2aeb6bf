// Keeps the whole app on the device and opens it from there, whether the server lives or not. Data never passes here.

import { PrecacheController } from 'workbox-precaching'
import { CARD_OPENED, TAKE_OVER } from './said.ts'

declare const self: ServiceWorkerGlobalScope
/** Every file of the build with what its bytes hash to; written in when this is built. */
declare const FILES: readonly { readonly url: string; readonly revision: string }[]

const PAGE = '/index.html'
const kept = new PrecacheController({ cacheName: 'ghostlight' })
kept.addToCacheList([...FILES])

/** The pages for when somebody is down, and everybody out: the server makes them, with what this house has said of itself. */
const CARDS = ['/incident', '/drill', '/roll-call', '/roll-call-drill']
const CARD_CACHE = 'ghostlight-incident'

/** Browsers that open a page out of a cache without waking this worker (static routing). */
type Routing = {
  readonly addRoutes?: (
    routes: readonly { readonly condition: object; readonly source: { readonly cacheName: string } }[],
  ) => Promise<void>
}

/** What is not in the cache is asked of the network: then nothing else is lost. */
const routes = CARDS.map((pathname) => ({
  condition: { urlPattern: new URLPattern({ pathname, search: '' }), requestMode: 'navigate' },
  source: { cacheName: CARD_CACHE },
}))

// All or nothing: while a file is missing the app of before stays, whole.
self.addEventListener('install', (event) => {
  // `as`: newer than the types. A browser that knows none of it, or refuses, wakes this worker for the cards too.
  const { addRoutes } = event as ExtendableEvent & Routing
  if (addRoutes) event.waitUntil(addRoutes.call(event, routes).catch(() => undefined))
  void kept.install(event)
  event.waitUntil(refreshCards())
})

self.addEventListener('activate', (event) => {
  void kept.activate(event)
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const card = cardFor(event.request)
  // Every page that is opened is an occasion: a card of yesterday is better than none, and today's better than that.
  if (event.request.mode === 'navigate') event.waitUntil(refreshSoon())
  if (card !== null) {
    event.respondWith(answerCard(card, event.request))
    return
  }
  const file = fileFor(event.request)
  if (file !== null) event.respondWith(answer(file, event.request))
})

// Nothing else makes a newer app take over while a page of this one is open.
self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting())
  // Opened without this worker: an occasion for it all the same.
  if (event.data === CARD_OPENED) event.waitUntil(refreshSoon())
})

/** Screens have no dot in their address and are the one page; what the server answers with is not ours to keep. */
function fileFor({ method, mode, url }: Request): string | null {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return null
  if (mode === 'navigate') return pathname.includes('.') ? null : PAGE
  return kept.getCacheKeyForURL(pathname) === undefined ? null : pathname
}

/** A browser in need may have thrown a file away: then the server is asked, if it is there. */
const answer = async (file: string, request: Request): Promise<Response> =>
  (await kept.matchPrecache(file)) ?? fetch(request)

function cardFor({ method, mode, url }: Request): string | null {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || mode !== 'navigate' || origin !== self.location.origin) return null
  return CARDS.includes(pathname) ? pathname : null
}

/** From the device at once, whether the server lives or not: nobody waits for a network here. */
const answerCard = async (card: string, request: Request): Promise<Response> =>
  (await caches.match(card, { cacheName: CARD_CACHE })) ?? fetch(request)

/** When whoever opened a page has it. */
const SOON_MS = 2_000

const refreshSoon = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, SOON_MS))
  await refreshCards()
}

async function refreshCards(): Promise<void> {
  const cache = await caches.open(CARD_CACHE)
  await Promise.all(
    CARDS.map(async (card) => {
      const fresh = await fetch(card, { cache: 'no-store' }).catch(() => null)
      // Where a login page of a hotel answers instead, what is kept stays.
      if (fresh?.ok && fresh.headers.get('X-Ghostlight') === 'incident') await cache.put(card, fresh)
    }),
  )
}
