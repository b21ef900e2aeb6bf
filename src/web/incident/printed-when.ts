// When a page that is there without the app is printed: by this device's own clock, written in as the browser begins.

export function keepPrintedWhen(root: Element, timeZone: string | null, signal?: AbortSignal): void {
  const write = () => {
    const place = root.querySelector('[data-part="printed-when"]')
    if (place) place.textContent = whenOf(new Date(), timeZone)
  }
  addEventListener('beforeprint', write, signal ? { signal } : {})
}

const whenOf = (now: Date, timeZone: string | null): string =>
  new Intl.DateTimeFormat(document.documentElement.lang || 'en-GB', {
    ...{ dateStyle: 'long', timeStyle: 'medium' },
    ...(timeZone === null ? {} : { timeZone }),
  }).format(now)
