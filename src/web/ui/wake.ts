// Asks the device not to go dark while this screen stands there; where the browser allows it.

import { useEffect } from 'react'

export function useWakeLock(): void {
  useEffect(() => {
    const ask = () => {
      // Only on pages that came safely, and only while they are seen: the browser drops it otherwise.
      if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => undefined)
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
  }, [])
}
