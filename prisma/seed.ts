import { day } from "@/lib/dates/day";
import { connect, setDb } from "@/lib/db";
import { loadCatalogue } from "./catalogue/load";
import { seedDemo } from "./demo/run";

/**
 * Fills a migrated database: the catalogue always, the demo team on demand. May be repeated, also
 * after a run that was cut off: what is there already stays as it is.
 * @param options.today the calendar day `YYYY-MM-DD` that the demo's story is told from
 */
export async function seed(options: {
  ownerUrl: string;
  appUrl: string;
  demo: boolean;
  today: string;
}): Promise<void> {
  const owner = connect(options.ownerUrl, { max: 2 });
  try {
    await loadCatalogue(owner);
  } finally {
    await owner.$disconnect();
  }
  if (!options.demo) return;
  const app = connect(options.appUrl, { max: 2 });
  setDb(app);
  try {
    await seedDemo(day(options.today));
  } finally {
    await app.$disconnect();
  }
}
