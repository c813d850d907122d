import { day } from "@/lib/dates/day";
import { renderLetter } from "@/lib/email/render";
import { exampleLetter } from "@/lib/email/templates/examples";
import { TEMPLATES } from "@/lib/reminders/mail-templates";

// `npm run bench:mail`: the time that writing and rendering one mail takes, by template, in a process that
// has warmed up as a worker has: the median of 100. The last line is the answer as JSON, in milliseconds.

const ROUNDS = 100;
const NOW = new Date("2027-02-12T08:00:00Z");
const READER = {
  language: "en" as const,
  ...{ name: "Ana Example", address: "ana@example.org" },
  team: { name: "Bench", slug: "bench" },
};

Object.assign(process.env, {
  ...{ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", SMTP_URL: "smtp://127.0.0.1:1" },
  ...{ MAIL_FROM: "gatebook@example.org", NEXTAUTH_SECRET: "0".repeat(32) },
});

const medians: Record<string, number> = {};
for (const template of TEMPLATES) {
  const times: number[] = [];
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const start = performance.now();
    await renderLetter(exampleLetter(template, READER, day("2027-02-12"), NOW));
    if (round >= ROUNDS) times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? Number.NaN;
  medians[template] = Math.round(median * 100) / 100;
}
console.log(JSON.stringify(medians));
