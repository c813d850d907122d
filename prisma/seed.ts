/** Fills a migrated database: the catalogue always, the demo team on demand. May be repeated. */
export async function seed(_options: {
  ownerUrl: string;
  appUrl: string;
  demo: boolean;
  today: string;
}): Promise<void> {}
