#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"

// A board asks many at once: a wave, with one day for all; or rolling, where each organisation
// falls due by its own date. Who joins later is asked later, in the same exercise.
namespace onereturn::returns {

enum class WaveMode { wave, rolling, single };

// Where the requests of an exercise stand, each counted once. Kept by the transactions that change
// them; `started` comes from the agencies' own counts, and `late` from the calendar.
struct WaveCounts {
  int awaited = 0;
  int to_evaluate = 0;
  int sent_back = 0;
  int evaluated = 0;
  int signed_off = 0;
  int left_out = 0;   // not applicable, or closed: in no denominator
  int withdrawn = 0;  // in none either
  int started = 0;    // of those awaited
  int late = 0;       // of those expected

  int asked() const { return awaited + to_evaluate + sent_back + evaluated + signed_off; }
  int in() const { return to_evaluate + sent_back + evaluated + signed_off; }
  int expected() const { return awaited + sent_back; }  // by a day, from the organisation
  int not_started() const { return awaited - started; }
};

struct Wave {
  AuditId wave;
  std::string title;
  WaveMode mode = WaveMode::single;
  std::string period;
  frameworks::VersionRef form;
  std::string form_name;
  std::optional<Date> opens_on;
  std::optional<Date> due_on;  // the day for all
  WaveCounts counts;
};

// As a form sends it.
struct OpenWave {
  AuditId wave;  // came with the form: the same number opens once
  std::string title;
  std::string form;  // the template's code
  std::string period;
  bool rolling = false;
  std::optional<Date> due_on;  // for all; in a rolling one for those without one of their own
  std::vector<EntryId> entries;
  Instant at;
};

struct JoinWave {
  AuditId wave;
  std::optional<Date> due_on;  // theirs; nothing: as the exercise has it
  std::vector<EntryId> entries;
  Instant at;
};

// What came of it.
struct AskedInWave {
  AuditId wave;
  int asked = 0;
  int already = 0;      // asked for the same form and period before
  int not_here = 0;     // ended meanwhile, or no entry of this board's
  int not_invited = 0;  // among those asked: nobody there reads it yet
};

// One request of an exercise, as the board sees it.
struct WaveRow {
  RequestId request;
  std::optional<ReturnId> received;
  EntryId entry;
  std::string name;
  std::string type_words;
  std::string own_ref;
  std::vector<std::string> parts;
  Date due_on;
  Date asked_on;
  // "not_started", "started", "sent_back", "to_evaluate", "evaluated", "signed_off", "left_out",
  // "withdrawn".
  std::string state;
  std::optional<int> questions;
  int drafted = 0;
  int confirmed = 0;
  std::optional<Instant> counted_at;
  std::optional<Date> received_on;
  bool late = false;
};

struct WaveQuery {
  std::string text;
  std::vector<std::string> states;
  std::vector<std::string> types;
  std::vector<std::string> attention;  // "late"
  std::string sort = "name";           // "name", "due", "state", "answered", "received"
  bool descending = false;
  int count = 50;
  int offset = 0;
};

struct WavePage {
  std::vector<WaveRow> rows;
  int total = 0;
};

}  // namespace onereturn::returns
