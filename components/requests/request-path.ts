import { writeNumber } from "@/lib/requests/number";

/** The address of the page of a request. */
export function requestPath(team: string, number: number): string {
  return `/t/${encodeURIComponent(team)}/requests/${writeNumber(number)}`;
}

/** The address of a request as PDF. */
export function requestFile(team: string, number: number): string {
  return `/api/t/${encodeURIComponent(team)}/requests/${writeNumber(number)}.pdf`;
}
