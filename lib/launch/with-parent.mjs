// Preloaded into every process the launcher starts: when the launcher is gone, even by kill -9,
// the channel to it closes, and the process ends too.
if (process.channel) {
  process.on("disconnect", () => process.exit(1));
  // Listening alone must not keep a process alive that has nothing else to do.
  process.channel.unref();
}
