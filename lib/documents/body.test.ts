import { expect, it } from "vitest";
import { readBody } from "./body";

function streamOf(...sizes: number[]): {
  stream: ReadableStream<Uint8Array>;
  pulled: () => number;
} {
  let next = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const size = sizes[next++];
        if (size === undefined) controller.close();
        else controller.enqueue(new Uint8Array(size).fill(next));
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, pulled: () => next };
}

it("a body is read into one piece in its order", async () => {
  expect(await readBody(streamOf(1, 2, 1).stream, 4)).toEqual(Uint8Array.of(1, 2, 2, 3));
  expect(await readBody(null, 4)).toEqual(new Uint8Array(0));
});

it("a body that is too long is left as soon as it passes the limit", async () => {
  const { stream, pulled } = streamOf(3, 2, 100, 100);
  expect(await readBody(stream, 4)).toBeUndefined();
  expect(pulled()).toBe(2);
});
