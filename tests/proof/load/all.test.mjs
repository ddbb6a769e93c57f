// The proofs of load in their order, in one service: what each leaves behind the next one bears.
// Each can be played by itself: node --test tests/proof/load/drain.mjs

import "./deadline_day.mjs";
import "./noisy.mjs";
import "./slow.mjs";
import "./drain.mjs";
import "./tls.mjs";
