#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// Two rooms of one organisation become one: what both leads read before they agree.
namespace onereturn::tenancy {

using MergeId = Id<struct MergeTag>;

// What a room has, counted by that room itself.
struct RoomCounts {
  int answers = 0;  // to common questions and in boards' own forms
  int evidence = 0;
  int units = 0;  // besides the whole organisation
  int colleagues = 0;
  int boards = 0;
  int requests = 0;  // open ones
  int submissions = 0;
  int commitments = 0;
  std::vector<std::string> answered;  // codes of common questions, for the whole organisation
  std::string counted_at;             // as the database wrote it
};

struct RoomSide {
  std::string name;
  RoomCounts counts;
  std::string agreed_by;  // "": not yet
  std::optional<Instant> agreed_at;
};

struct Merge {
  MergeId id;
  bool stays = false;  // the room that reads this
  RoomSide staying;
  RoomSide going;
  std::string proposed_by;
  Instant proposed_at;
  int shared_boards = 0;
};

// A room that became part of this one.
struct MergedRoom {
  std::string name;
  Instant at;
  std::vector<std::string> agreed_by;
};

// A file whose record is in both rooms now; clean: the virus check has passed it.
struct FileToTake {
  std::string sha256;
  bool clean = false;
};

}  // namespace onereturn::tenancy
