// Preloaded into every process the launcher starts, and into those that they start: when the parent is
// gone, even by kill -9, the process ends too. Looks instead of listening on a channel, since a
// listener would keep short processes alive and a channel is not ours where tools use their own.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 500).unref();
