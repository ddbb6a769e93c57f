// A board asks again, and somebody reads the receipt of the first time. In a service of their own:
// whatever other journeys leave open would stop a second return.

import "./verifying.mjs";
import "./travel.mjs";
