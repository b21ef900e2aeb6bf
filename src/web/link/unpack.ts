// What the server packed: unpacked by the browser itself, without ever changing the order of what is heard.

/** Browsers from before 2023 lack it, and are sent everything as it is. */
export const canUnpack = typeof DecompressionStream === 'function' && knowsRawDeflate()

function knowsRawDeflate(): boolean {
  try {
    return new DecompressionStream('deflate-raw') !== null
  } catch {
    return false
  }
}

async function unpack(bytes: ArrayBuffer): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).text()
}

/**
 * Hands texts on at once, and what follows packed bytes only once those are unpacked. `broken`: these bytes were none,
 * and what came after them is not handed on.
 */
export function inOrder(
  hear: (text: string) => void,
  broken: () => void,
): (message: string | ArrayBuffer) => void {
  let waiting = 0
  let last: Promise<void> = Promise.resolve()
  return (message) => {
    if (typeof message === 'string' && waiting === 0) {
      hear(message)
      return
    }
    waiting += 1
    const text = typeof message === 'string' ? message : unpack(message)
    last = Promise.all([text, last]).then(([whole]) => {
      waiting -= 1
      hear(whole)
    })
    last.catch(broken)
  }
}
