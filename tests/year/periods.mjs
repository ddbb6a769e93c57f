// The reports on a period out of the actions that the demonstration's board has.

import { reportsOnPeriods } from "../journeys/support/period_reports.mjs";

reportsOnPeriods({
  board: "port-sallow",
  name: "periods-of-the-year",
  month: [
    ["1", "3", "2027"],
    ["31", "3", "2027"],
  ],
  until: "30 April 2027",
  highlightFiles: [
    ["pdf", "PDF"],
    ["csv", "CSV"],
  ],
});
