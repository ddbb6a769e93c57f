// In the demonstration, every text that an agency writes for one board ends in its own marker.
// A marker of one board found in what is stored for another is a leak.

const marker = /\[local marker [^\]]+\]/g;

export const markersIn = (text) => new Set(text.match(marker) ?? []);

// The markers of each board of an answers file: Map of board code to Set.
export function markersByBoard(answers) {
  return new Map(answers.boards.map((board) => [board.board, markersIn(JSON.stringify(board))]));
}

// The markers of other boards that stand in this board's text.
export function foreignMarkers(text, board, byBoard) {
  const found = [];
  for (const [other, markers] of byBoard) {
    if (other !== board) {
      found.push(...[...markers].filter((one) => text.includes(one)));
    }
  }
  return found;
}
