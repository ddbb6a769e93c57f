#pragma once

#include <string>
#include <vector>

#include "tools/bench/arguments.hpp"
#include "tools/bench/measure.hpp"

namespace onereturn::bench {

// One comparison in one run: what the service does, against what the database alone could do.
struct Comparison {
  std::string name;
  Figures service;
  Figures limit;
  double ratio = 0;  // save: service rate / limit rate. submit: service time / limit time.
};

// The bearer token that the seed gave to an agency's "lead" or "authoriser": 43 characters, as long
// as a real one.
std::string token_of(const std::string& role, int agency);

// Saves one answer: a PUT over HTTPS against the same function called straight, on eight
// connections each, in interleaved rounds.
Comparison save_answer(const Arguments& arguments);

// Submits to `boards` boards and waits until the last copy is delivered, against the same rows
// written by one statement and one commit per board. Agency 60,000 + boards is asked by that many.
Comparison submit_to_boards(const Arguments& arguments, int boards);

}  // namespace onereturn::bench
