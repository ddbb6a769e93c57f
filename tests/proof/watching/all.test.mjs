// One service for both, so one after the other: health takes its stores away.

import "./leaks.mjs";
import "./health.mjs";
