import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayer } from "./sayer";

const say = sayer(
  {
    Draft: "Entwurf",
    "The day is missing.": "Der Tag fehlt.",
    "The agreement was ended on {0}.": "Die Vereinbarung wurde am {0} beendet.",
    "{0} signed this on {1} already.": "{0} hat dies schon am {1} unterschrieben.",
    "{0} stands at “{1}”.": "{0} steht auf „{1}“.",
    "{0} stands at “{1}” since {2}.": "{0} steht seit {2} auf „{1}“.",
    "{0} is {1}.": "{0} ist {1}.",
    "There are {0}.": "Es gibt {0}.",
    "dbGaP names none.": "dbGaP nennt keinen.",
    "“{0}” is late here.": "„{0}“ ist hier zu spät.",
    "It began on {0}.": "Es begann am {0}.",
  },
  "de",
);

describe("saying a text in another language", () => {
  it.each([
    ["Draft", "Entwurf"],
    ["The agreement was ended on 14 Mar 2027.", "Die Vereinbarung wurde am 14. März 2027 beendet."],
    ["Bo signed this on 1 Feb 2027 already.", "Bo hat dies schon am 1. Feb. 2027 unterschrieben."],
    ["GB-1 stands at “Draft”.", "GB-1 steht auf „Entwurf“."],
    ["GB-1 stands at “Draft” since 1 Feb 2027.", "GB-1 steht seit 1. Feb. 2027 auf „Entwurf“."],
    ["The day is missing. There are 3.", "Der Tag fehlt. Es gibt 3."],
    ["Nobody knows this. The day is missing.", "Nobody knows this. Der Tag fehlt."],
    ["The day is missing. dbGaP names none.", "Der Tag fehlt. dbGaP nennt keinen."],
    ["It began on 1 Feb 2027. There are 3.", "Es begann am 1. Feb. 2027. Es gibt 3."],
    ["“Why? Who?” is late here.", "„Why? Who?“ ist hier zu spät."],
    ["It began on 28 Mar 2027, 13:00.", "Es begann am 28. März 2027, 13:00."],
    ["What (is) this?", "What (is) this?"],
    ["This duty is closed.", "This duty is closed."],
    ["", ""],
  ])("“%s” is “%s”", (english, german) => {
    expect(say(english)).toBe(german);
  });

  it("leaves what it does not know as it is, and never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/Draft|There are|stands at|signed/.test(text));
        expect(say(text)).toBe(text);
      }),
    );
  });

  it("reads names of properties that every object has as plain text", () => {
    expect(say("constructor")).toBe("constructor");
    expect(say("__proto__")).toBe("__proto__");
  });

  it("keeps a value that looks like a place for one", () => {
    expect(say("The agreement was ended on {1} $&.")).toBe(
      "Die Vereinbarung wurde am {1} $& beendet.",
    );
  });
});
