#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"

// This exercise against the one before, item by item, for each organisation that answered both.
// Nothing is guessed: what cannot be compared is counted with its reason. Pure.
namespace onereturn::reporting {

// One rating of one return as it stands.
struct Judged {
  AuditId wave;
  std::string entry;  // whose it is, in the register
  std::string return_id;
  std::string organisation;
  frameworks::VersionRef form;
  std::optional<frameworks::VersionRef> framework;
  std::string box, section, item, lineage;
  bool by_board = false;  // the board judges it
  std::string own;        // the organisation's point, "" for none
  std::string grade;      // the board's
  bool not_applicable = false;
  bool released = false;  // the organisation has read what the board says of this return

  bool graded() const { return by_board && !grade.empty(); }
  // What counts: the board's where it gives one, else the organisation's own. "" for none.
  const std::string& point() const { return graded() ? grade : own; }
};

enum class Move { better, same, worse };
// Why two ratings were not compared.
enum class Apart {
  not_asked_then,     // the organisation did not answer the exercise before
  not_in_form_then,   // nothing there asks the same
  partly_the_same,    // something there asks a part of it, or more
  no_common_mapping,  // the forms differ, and no framework joins them
  no_grade_now,
  no_grade_then,
  another_judge,  // the board graded it one time, and the other time the organisation alone
  not_applicable,
  scales_overlap,  // the points stand for levels that may be the same or not
};
const char* words_of(Apart why);

// The points of one scale by their order; of two scales by the levels that they stand for, where
// those leave no doubt.
std::optional<Move> move_between(const frameworks::Template& now, const std::string& point_now,
                                 const frameworks::Template& then, const std::string& point_then);

// A form with what its items ask of the framework; the mapping is null where there is none.
struct FormSide {
  const frameworks::Template* form = nullptr;
  const frameworks::Mapping* mapping = nullptr;
};

struct ItemTravel {
  std::string section;
  std::string number;   // as printed, or ""
  std::string wording;  // short
  int better = 0, same = 0, worse = 0;
  std::map<Apart, int> apart;

  int compared() const { return better + same + worse; }
  int all() const;  // of the exercise now
};

// In the order of the form. `then` may be of the same form or of another.
std::vector<ItemTravel> travel_of(const std::vector<Judged>& now, const FormSide& form_now,
                                  const std::vector<Judged>& then, const FormSide& form_then);

// "Not asked then (3), no grade now (1)"; "" where all was compared.
std::string apart_words(const std::map<Apart, int>& apart);

}  // namespace onereturn::reporting
