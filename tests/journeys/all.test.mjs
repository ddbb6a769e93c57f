// The journeys in their order, in one service: the boards read what the force has sent.
// Each can be made by itself: node --test tests/journeys/boards.mjs

import "./force.mjs";
import "./boards.mjs";
import "./school.mjs";
// While every copy is ready to be sent again.
import "./questions.mjs";
import "./evidence.mjs";
import "./in_between.mjs";
import "./units.mjs";
import "./centres.mjs";
import "./programs.mjs";
import "./joining.mjs";
import "./colleagues.mjs";
import "./accounts.mjs";
import "./drafts.mjs";
import "./board_people.mjs";
// Before a year goes by in the force's room by hand, beside its trail.
import "./trail.mjs";
import "./asking.mjs";
import "./actions.mjs";
import "./reviewing.mjs";
import "./reminders.mjs";
import "./trouble.mjs";
import "./killed.mjs";
import "./story.mjs";
import "./evaluation.mjs";
import "./register.mjs";
import "./board_home.mjs";
import "./sight.mjs";
import "./office.mjs";
import "./return_papers.mjs";
import "./papers.mjs";
import "./mapping.mjs";
import "./look.mjs";
import "./reports.mjs";
import "./figures.mjs";
import "./periods.mjs";
import "./merging.mjs";
import "./handbook.mjs";
