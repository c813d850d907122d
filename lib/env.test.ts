import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseEnv, parseSettings, SETTING_NAMES } from "@/lib/env";

const SECRET = "0123456789abcdef0123456789abcdef";
const SERVERS = {
  DATABASE_URL: "postgresql://app:pw@db.test:5432/gatebook",
  SMTP_URL: "smtp://mail.test:25",
  MAIL_FROM: "Gatebook <gatebook@lab.test>",
  NEXTAUTH_SECRET: SECRET,
};

test(".env.example names exactly the settings that are read", () => {
  const example = readFileSync(path.join(import.meta.dirname, "../.env.example"), "utf8");
  const names = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(names.toSorted()).toEqual(SETTING_NAMES.toSorted());
});

test("without any setting the defaults apply and the demo team is on", () => {
  const settings = parseSettings({});
  expect(settings).toMatchObject({
    PORT: 3000,
    APP_URL: "http://localhost:3000",
    DATA_DIR: ".data",
    MAIL_UI_PORT: 1080,
    MAIL_SMTP_PORT: 1025,
    DEMO: true,
    TRUST_PROXY: 0,
    LOG_LEVEL: "info",
  });
});

test("the address follows the port and loses its trailing slash", () => {
  expect(parseSettings({ PORT: "4000" }).APP_URL).toBe("http://localhost:4000");
  expect(parseSettings({ APP_URL: "https://gatebook.test/" }).APP_URL).toBe(
    "https://gatebook.test",
  );
});

test("an empty value counts as unset", () => {
  expect(parseSettings({ PORT: "", DATABASE_URL: " " }).PORT).toBe(3000);
});

test("with a database of one's own the demo team is off unless asked for", () => {
  expect(parseSettings(SERVERS).DEMO).toBe(false);
  expect(parseSettings({ ...SERVERS, DEMO: "1" }).DEMO).toBe(true);
});

test.each([
  [{ PORT: "http" }, "PORT"],
  [{ PORT: "70000" }, "PORT"],
  [{ APP_URL: "gatebook.test" }, "APP_URL"],
  [{ DATABASE_URL: "mysql://db" }, "DATABASE_URL"],
  [{ SMTP_URL: "https://mail.test", MAIL_FROM: "a@b.test" }, "SMTP_URL"],
  [{ MAIL_FROM: "nobody" }, "MAIL_FROM"],
  [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET"],
  [{ TRUST_PROXY: "yes" }, "TRUST_PROXY"],
  [{ DEMO: "maybe" }, "DEMO"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
])("%o is refused in one line naming %s", (settings, name) => {
  expect(() => parseSettings(settings)).toThrow(new RegExp(`^Settings: ${name} must [^\\n]+$`));
});

test("a database of one's own needs a secret, a mail server and a sender, each named", () => {
  expect(() => parseSettings({ DATABASE_URL: SERVERS.DATABASE_URL })).toThrow(
    /NEXTAUTH_SECRET is missing.*SMTP_URL is missing.*MAIL_FROM is missing/,
  );
});

test("institutional sign-in is set up by all four settings or none", () => {
  expect(() => parseSettings({ OIDC_ISSUER: "https://login.test", OIDC_NAME: "U" })).toThrow(
    /OIDC_CLIENT_ID is missing.*OIDC_CLIENT_SECRET is missing/,
  );
});

test("a refused value is not repeated, so that a password cannot reach a log", () => {
  expect(() => parseSettings({ DATABASE_URL: "mysql://app:hunter2@db" })).not.toThrow(/hunter2/);
});

test("web and worker refuse to run without the servers' addresses", () => {
  expect(() => parseEnv({})).toThrow(/DATABASE_URL, SMTP_URL, MAIL_FROM, NEXTAUTH_SECRET missing/);
  expect(parseEnv(SERVERS).NEXTAUTH_SECRET).toBe(SECRET);
});
