#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tools/bench/arguments.hpp"
#include "tools/bench/measure.hpp"

namespace onereturn::bench {

// One comparison in one run: what the service does, against what the database alone could do.
struct Comparison {
  std::string name;
  Figures service;
  Figures limit;
  double ratio = 0;  // submit: service time / limit time. Others: service rate / limit rate.
  std::vector<std::pair<std::string, double>> facts = {};  // reported beside it
  bool limit_is_the_database = true;
};

// The bearer token that the seed gave to an agency's "lead" or "authoriser": 43 characters, as long
// as a real one.
std::string token_of(const std::string& role, int agency);

// That of the manager of the board with 1,500 organisations.
std::string manager_token();

// Saves one answer: a PUT over HTTPS against the same function called straight, on eight
// connections each, in interleaved rounds.
Comparison save_answer(const Arguments& arguments);

// Reads one section of a filled form, whole page and layout, a person going from section to
// section; and the whole form as JSON. Against the same statements sent straight in one round trip;
// beside it, against the leanest read of the boxes alone. Throws when the service runs other
// statements.
Comparison read_return_page(const Arguments& arguments);
Comparison read_return_json(const Arguments& arguments);

// One person looks at the previews of the five boards that ask agency 60,005, one after another.
Comparison preview_five_boards(const Arguments& arguments);

// Sends files of 25 MiB on eight connections at once, against copying and digesting the same files
// on the same disk. Throws when the gateway's memory grew by as much as one of them.
Comparison upload_evidence(const Arguments& arguments);

// Submits to `boards` boards and waits until the last copy is delivered, against the same rows
// written by one statement and one commit per board. Agency 60,000 + boards is asked by that many.
Comparison submit_to_boards(const Arguments& arguments, int boards);

// A manager reads the home of a board with 1,500 organisations in a wave, and a page of its
// register: whole pages over HTTPS against the same statements sent straight in one round trip. The
// ratio is of times. Throws when the service runs other statements.
Comparison read_board_home(const Arguments& arguments);
Comparison read_register(const Arguments& arguments);
Comparison read_actions(const Arguments& arguments);

// Papers through the real converters, each ratio within one run. How many receipts' time a pack of
// 200 pages takes, with time and memory of every kind beside it; how many more receipts two lanes
// make than one; how many times its own time a receipt takes while a pack is made. They need
// nothing that runs.
Comparison paper_kinds(const Arguments& arguments);
Comparison paper_two_lanes(const Arguments& arguments);
Comparison paper_beside_pack(const Arguments& arguments);

// Papers as people get them: asked for on a page, made by the worker's lanes. How many more blank
// forms two worker processes make than one; and how many times as long as alone the slowest of
// those waits that are asked for behind six large papers of a board with 1,500 organisations.
Comparison paper_from_two_workers(const Arguments& arguments);
Comparison paper_behind_large_ones(const Arguments& arguments);

// Counts again where the requests of each exercise stand and compares with what is kept. Answers
// how many exercises there are; throws with the first that differs.
int verify_counts(const Arguments& arguments);

}  // namespace onereturn::bench
