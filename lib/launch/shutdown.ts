/** Thrown out of a start that somebody stopped half way. */
export class Stopped extends Error {
  override name = "Stopped";
}

/** What has been started, to be stopped in reverse order, each part even when another fails. */
export class Shutdown {
  private readonly parts: { name: string; stop: () => Promise<void> | void }[] = [];
  private stopping: Promise<void> | undefined;
  private tellFailed: (name: string) => void = () => undefined;

  /** Resolves with the name of the first part that ended without being stopped. */
  readonly failed = new Promise<string>((resolve) => {
    this.tellFailed = resolve;
  });

  /**
   * Adds a started part. When all is being stopped already, stops it at once and throws Stopped.
   * @param ended resolves when the part has ended, whoever caused it
   */
  async add(
    name: string,
    stop: () => Promise<void> | void,
    ended?: Promise<unknown>,
  ): Promise<void> {
    if (this.stopping) {
      await stop();
      throw new Stopped();
    }
    this.parts.push({ name, stop });
    ended?.then(() => {
      if (!this.stopping) this.tellFailed(name);
    });
  }

  /** Stops everything; a second call waits for the first. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll() {
    for (const { name, stop } of this.parts.toReversed()) {
      try {
        await stop();
      } catch (error) {
        console.error(`${name} did not stop cleanly: ${(error as Error).message}`);
      }
    }
  }
}
