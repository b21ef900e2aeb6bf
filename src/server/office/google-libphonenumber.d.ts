// What we use of google-libphonenumber, which brings no types of its own.

declare module 'google-libphonenumber' {
  const library: {
    readonly ShortNumberInfo: {
      getInstance(): { isEmergencyNumber(number: string, region: string): boolean }
    }
  }
  export = library
}
