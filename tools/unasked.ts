// Lets the websocket library ask for TLS only when it calls somebody, which no house ever does (CLI-34).

import type { Plugin } from 'vite'

const file = /[\\/]ws[\\/]lib[\\/]websocket\.js$/
/** Where it reads TLS at once, and where it uses it. */
const asked: readonly (readonly [string, string])[] = [
  ["const https = require('https');\n", ''],
  ["const tls = require('tls');\n", ''],
  ['https.request :', "require('https').request :"],
  ['return tls.connect(options)', "return require('tls').connect(options)"],
]

export function unasked(): Plugin {
  return {
    name: 'ghostlight-unasked',
    apply: 'build',
    transform: (code, path) => (file.test(path) ? askingLater(code) : null),
  }
}

/** The library's own text, asking only where it uses it; throws where a newer one says it otherwise. */
export function askingLater(code: string): string {
  return asked.reduce((text, [as, instead]) => {
    const parts = text.split(as)
    if (parts.length !== 2)
      throw new Error(`The websocket library does not say “${as.trim()}” once any more.`)
    return parts.join(instead)
  }, code)
}
