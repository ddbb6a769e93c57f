#pragma once

namespace onereturn::reporting {

// What was given to one colleague and is not done: what somebody else has to take once they leave.
struct WorkOfPerson {
  int returns = 0;    // to evaluate, whole or in parts
  int actions = 0;    // open ones
  int questions = 0;  // that wait for somebody
  int reviews = 0;    // neither over nor ended on that day

  bool any() const { return returns + actions + questions + reviews > 0; }
};

}  // namespace onereturn::reporting
