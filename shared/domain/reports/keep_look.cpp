#include "domain/reports/keep_look.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/documents/colours.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

std::string one_decimal(double value) {
  std::array<char, 16> text{};
  (void)std::snprintf(text.data(), text.size(), "%.1f", std::floor(value * 10) / 10);
  return text.data();
}

void check(Problem& problem, const BoardLook& look) {
  const auto length = count_characters(look.name);
  if (!length || *length > line_characters_max) {
    problem.fields.push_back({"name", "Use 300 characters or fewer"});
  }
  const auto contrast = documents::contrast(look.colour, "#ffffff");
  if (!contrast) {
    problem.fields.push_back({"colour", "Give a colour as # and six digits, like #0b4f5c"});
  } else if (!documents::is_readable_on_white(look.colour)) {
    problem.fields.push_back(
        {"colour", "Choose a darker colour, like " + documents::readable(look.colour) +
                       ": on white this one has a contrast of " + one_decimal(*contrast) +
                       " to 1, and 4.5 is needed to be read"});
  }
  if (look.logo.size() > logo_bytes_max) {
    problem.fields.push_back({"logo", "Use a picture of 500 KB or less"});
  }
}

}  // namespace

BoardLook read_look(postgres::BoardTx& tx) { return find_look(tx); }

Result<Done> keep_look(postgres::BoardTx& tx, const BoardLook& typed, Instant at) {
  if (!may_finish(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "", {}};
  }
  auto look = typed;
  look.name = tidy_line(typed.name);
  look.colour = tidy_line(typed.colour);
  std::ranges::transform(look.colour, look.colour.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  Problem problem{ProblemCode::invalid, "validation", "Put right what is marked.", {}};
  check(problem, look);
  if (!problem.fields.empty()) return problem;
  if (!put_look(tx, look, at)) {
    return Problem{ProblemCode::conflict,
                   "changed-meanwhile",
                   "Somebody changed this meanwhile. Look at it again.",
                   {}};
  }
  audit_log::record(tx, {.what = "report.look",
                         .subject_kind = "board",
                         .subject_id = tx.actor().party.text(),
                         .detail = look.logo.empty() ? "without a logo" : "with a logo"});
  return Done{};
}

}  // namespace onereturn::reports
