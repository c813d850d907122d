import { describe, expect, it } from "vitest";
import { addRecent, RECENT, type Recent, readRecent } from "./recent";

const request = (number: number): Recent => ({
  ...{ kind: "request", title: `Request ${number}`, href: `/t/lab/requests/GB-${number}` },
});

describe("what was opened last", () => {
  it("comes first, once, and only the newest are kept", () => {
    const many = Array.from({ length: 9 }, (_, n) => request(n)).reduce(addRecent, [] as Recent[]);
    expect(many).toHaveLength(RECENT);
    expect(many[0]).toEqual(request(8));
    expect(addRecent(many, request(5)).map(({ href }) => href)).toEqual(
      [5, 8, 7, 6, 4, 3].map((n) => request(n).href),
    );
  });

  it("is read as it was kept", () => {
    const list = [request(2), request(1)];
    expect(readRecent(JSON.stringify(list))).toEqual(list);
  });

  it.each([null, "", "{", "7", "null", '{"a":1}', '[{"kind":"x"}]', '["a", null]'])(
    "is nothing where somebody else wrote %j",
    (stored) => expect(readRecent(stored)).toEqual([]),
  );

  it.each(["//evil.example", "https://evil.example", "javascript:alert(1)", "/\\evil.example", ""])(
    "leads nowhere but to pages of this site: %s",
    (href) => {
      expect(readRecent(JSON.stringify([{ ...request(1), href }]))).toEqual([]);
      expect(addRecent([], { ...request(1), href })).toEqual([]);
    },
  );
});
