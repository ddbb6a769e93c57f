// A board in the middle of its year: what the demonstration shows, then its manager's handbook,
// whose pictures are taken while the manager does what it describes.

import "./shown.mjs";
import "./papers.mjs";
import "./handbook.mjs";
// Its reports would be in the handbook's pictures.
import "./periods.mjs";
