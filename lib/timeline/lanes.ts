/** Something with a place on a line, as shares of the window. */
export interface Extent {
  start: number;
  end: number;
}

/**
 * Puts each extent on the first lane where it meets nothing, in the order in which they begin: as few
 * lanes as there are extents over one another anywhere.
 * @param gap what must be free between two of a lane
 */
export function packed<T extends Extent>(extents: readonly T[], gap = 0): T[][] {
  const lanes: { end: number; held: T[] }[] = [];
  for (const extent of extents.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const lane = lanes.find(({ end }) => end + gap <= extent.start);
    if (lane) {
      lane.held.push(extent);
      lane.end = extent.end;
    } else {
      lanes.push({ end: extent.end, held: [extent] });
    }
  }
  return lanes.map(({ held }) => held);
}
