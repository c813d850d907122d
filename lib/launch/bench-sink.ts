import { type AddressInfo, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

// A mail server for `npm run bench:reminders`, in a process of its own: it takes every mail, 50 ms
// after its last line came in, as a quick relay does that looks it over and writes it to its disk first
// (those of large providers take a tenth of a second and more), and keeps none.
// It prints the port of 127.0.0.1 that it listens on.

const ANSWER_MS = 50;
const END = "\r\n.\r\n";

/** The answers to the commands of a session; anything else is fine. */
const ANSWERS: Record<string, string> = {
  EHLO: "250-sink\r\n250 8BITMIME",
  DATA: "354 Go on",
  QUIT: "221 Bye",
};

function serve(socket: Socket): void {
  let text = "";
  let isMail = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.setNoDelay(true).setEncoding("latin1");
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk: string) => {
    text += chunk;
    if (isMail) {
      if (!text.endsWith(END)) return;
      [isMail, text] = [false, ""];
      void sleep(ANSWER_MS).then(() => say("250 Taken"));
      return;
    }
    while (text.includes("\r\n")) {
      const line = text.slice(0, text.indexOf("\r\n"));
      text = text.slice(line.length + 2);
      const verb = line.slice(0, 4).toUpperCase();
      say(ANSWERS[verb] ?? "250 OK");
      isMail = verb === "DATA";
      if (verb === "QUIT") socket.end();
    }
  });
  say("220 sink");
}

const server = createServer(serve).listen(0, "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});
