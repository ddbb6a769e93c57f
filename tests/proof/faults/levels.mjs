// The levels that an item can have, as docs/mapping.md says it, by listing every assignment:
// nothing is carried through, so it shares no thought with the engine.

// The level of a set of facets.
export function levelOf(levels) {
  if (levels.every((level) => level === 0)) return 0;
  if (levels.every((level) => level >= 2)) return Math.min(...levels);
  return 1;
}

function assignments(ranges) {
  return ranges.reduce(
    (all, [low, high]) =>
      all.flatMap((before) =>
        Array.from({ length: high - low + 1 }, (_, more) => [...before, low + more]),
      ),
    [[]],
  );
}

const known = new Map();

// What the asked facets of one requirement may come to, its own level and parts being as stated.
export function possibleLevels(facets, asked, level, parts) {
  const ranges = facets.map((facet) => parts[facet] ?? [0, 4]);
  const mask = facets.map((facet) => asked.has(facet));
  const key = JSON.stringify([ranges, mask, level]);
  if (!known.has(key)) {
    const found = new Set();
    for (const one of assignments(ranges)) {
      if (level !== null && levelOf(one) !== level) continue;
      found.add(levelOf(one.filter((_, at) => mask[at])));
    }
    known.set(key, found);
  }
  return known.get(key);
}

// Several sets together: one level out of each, in every way.
export function together(sets) {
  const all = new Set();
  const pick = (at, chosen) => {
    if (at === sets.length) all.add(levelOf(chosen));
    else for (const level of sets[at]) pick(at + 1, [...chosen, level]);
  };
  pick(0, []);
  return all;
}
