import { expect, test } from "vitest";
import { listenAddress } from "@/lib/launch/processes";

test.each([
  ["http://localhost:3000", "127.0.0.1"],
  ["http://127.0.0.1:3000", "127.0.0.1"],
  ["http://[::1]:3000", "127.0.0.1"],
  ["https://gatebook.example.org", "0.0.0.0"],
  ["http://192.168.1.20:3000", "0.0.0.0"],
])("for people who come to %s the pages listen on %s", (address, expected) => {
  expect(listenAddress(address)).toBe(expected);
});
