import { type DbgapIdentifier, dbgapLandingUrl, readDbgapIdentifiers } from "./dbgap/identifiers";
import {
  type EgaIdentifier,
  type EgaListing,
  egaLandingUrl,
  readEgaIdentifiers,
} from "./ega/identifiers";
import {
  type PhysionetIdentifier,
  physionetLandingUrl,
  readPhysionetIdentifiers,
} from "./physionet/identifiers";

export type ArchiveIdentifier = DbgapIdentifier | EgaIdentifier | EgaListing | PhysionetIdentifier;

/** Every identifier of a gated archive that a text holds, in canonical form; never throws. */
export function readArchiveIdentifiers(text: string): ArchiveIdentifier[] {
  return [
    ...readDbgapIdentifiers(text),
    ...readEgaIdentifiers(text),
    ...readPhysionetIdentifiers(text),
  ];
}

/** The archive's public page for an identifier, or null where it has none. */
export function archiveLandingUrl(identifier: ArchiveIdentifier): string | null {
  switch (identifier.scheme) {
    case "dbgap":
      return dbgapLandingUrl(identifier);
    case "ega":
    case "ega_listing":
      return egaLandingUrl(identifier);
    case "physionet":
      return physionetLandingUrl(identifier);
  }
}
