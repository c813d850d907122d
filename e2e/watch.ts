import type { BrowserContext } from "@playwright/test";

/** Collects what a browser complains about: errors in its console, broken policies, exceptions. */
export class Watch {
  private readonly complaints: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Looks at all pages of a browser window, open or to come. */
  on(context: BrowserContext): void {
    context.on("console", (message) => {
      const isTrouble =
        message.type() === "error" || /content security policy/i.test(message.text());
      if (isTrouble) this.complaints.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.complaints.push(String(error.error())));
  }

  /** Complaints that a test provokes on purpose, such as the browser's line about a 404. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** What nobody expected. */
  get unexpected(): string[] {
    return this.complaints.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
  }
}
