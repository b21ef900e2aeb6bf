// What we use of google-libphonenumber, which brings no types of its own.

declare module 'google-libphonenumber' {
  type Library = {
    readonly ShortNumberInfo: {
      getInstance(): { isEmergencyNumber(number: string, region: string): boolean }
    }
  }
  const library: Library | undefined
  export default library
  export const ShortNumberInfo: Library['ShortNumberInfo']
}
