#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/evidence/asked.hpp"

// A random sample of the evidence that came with a return, or with each return of a wave.
namespace onereturn::reviews {

using SampleId = Id<struct SampleTag>;

// A piece of evidence as a version of a return delivered it, by its number within the return.
struct PieceRef {
  ReturnId return_id;
  int version = 1;
  int number = 0;

  auto operator<=>(const PieceRef&) const = default;
};

// How many of each return: so many, or so much of a hundred, rounded up.
struct HowMany {
  bool percent = false;
  int amount = 0;

  bool operator==(const HowMany&) const = default;
};

// One piece of the population: its place in the order that the seed gives within its return, and
// whether it is in the sample.
struct DrawnPiece {
  PieceRef piece;
  int place = 0;
  bool drawn = false;

  bool operator==(const DrawnPiece&) const = default;
};

enum class Outcome { supports, partly, does_not, not_seen };

struct SampleResult {
  int number = 1;  // the first is 1; each change is one more
  Outcome outcome = Outcome::supports;
  std::string note;
  std::string by;
  Instant at;
};

struct SampleHead {
  SampleId sample;
  std::optional<ReturnId> return_id;  // nothing: of a whole wave
  std::optional<AuditId> audit;
  std::string about;  // the organisation and the form, or the wave
  std::string seed;
  bool seed_entered = false;  // by the board; else the service made it
  HowMany how;
  int population = 0;
  int size = 0;
  int seen = 0;  // drawn pieces that have a result
  std::string drawn_by;
  Instant drawn_at;
};

// A piece of the sample, with what the board made of it.
struct SamplePiece {
  DrawnPiece drawn;
  std::string organisation;
  std::string title;
  std::string kept_where;
  bool is_file = false;
  std::vector<std::string> boxes;
  std::vector<SampleResult> results;                             // the newest first
  std::vector<std::pair<evidence::Ask, evidence::AskEnd>> asks;  // the newest first
};

struct Sample {
  SampleHead head;
  std::vector<SamplePiece> pieces;     // those drawn, by return and place
  std::vector<DrawnPiece> population;  // all, by return and place
};

// What the evaluation of a return says of one item: "6 of 41 pieces, seed …".
struct SampleNote {
  SampleId sample;
  std::string seed;
  int population = 0;
  int size = 0;
  int number = 0;  // of the piece
  std::string title;
  std::string box;
  std::optional<SampleResult> result;
  bool asked = false;
};

}  // namespace onereturn::reviews
