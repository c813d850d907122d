/** All zones this browser knows, and the stored one whatever it is (IANA names). */
export function timeZones(stored: string): string[] {
  return [...new Set(["UTC", stored, ...Intl.supportedValuesOf("timeZone")])];
}
