// A board in the middle of its year: what the demonstration shows.

import "./shown.mjs";
