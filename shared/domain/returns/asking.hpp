#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"

// A board asks an organisation of its register for a return: its form at once, or in parts with a
// date for each. What it reads about that is its own: it says nothing of other boards, nor whether
// anybody there has begun.
namespace onereturn::returns {

// A section of the form, with the words for it: "1. Senior management".
struct FormPart {
  std::string section;
  std::string place;
};

// A form that the board has published, the latest version.
struct BoardForm {
  frameworks::VersionRef form;
  std::string name;
  std::vector<FormPart> parts;  // in the printed order
};

struct PartDue {
  std::string section;
  std::optional<Date> due_on;  // nothing: left empty, or not a day that exists
};

// As a form sends it.
struct AskForReturn {
  AskingId asking;  // came with the form: the same number asks once
  EntryId entry;
  std::string form;  // the template's code
  std::string period;
  bool in_parts = false;
  std::optional<Date> due_on;  // of the whole
  std::vector<PartDue> parts;  // in parts: every section of the form once, in any order
  Instant at;
};

// One request that comes of it: the sections that have one date.
struct DuePart {
  Date due_on;
  std::vector<std::string> sections;  // none: the whole form
};

// One request that an act of asking has made, with the date that it named then.
struct MadeRequest {
  RequestId request;
  EntryId entry;
  std::string title;
  std::string form;  // the template's code
  std::string period;
  std::vector<std::string> sections;  // none: the whole form
  Date due_on;
};

enum class AskedState { asked, received, withdrawn };

// What the board has asked of one organisation.
struct AskedRequest {
  RequestId request;
  EntryId entry;
  std::string entry_name;
  std::string title;
  std::string form_name;
  frameworks::VersionRef form;
  std::string period;
  std::vector<std::string> parts;   // codes of sections; none: the whole form
  std::vector<std::string> places;  // the words for them
  Date due_on;
  Date asked_on;
  AskedState state = AskedState::asked;
  std::string left_out = {};              // "closed", "not_applicable": in no denominator
  std::optional<ReturnId> received = {};  // the return that answers it
  std::optional<Date> back_by = {};       // while that is with them to be changed
};

// A date or a state that held before.
struct RequestChange {
  Date was_due_on;
  Date due_on;
  bool withdrawn = false;
  std::string by;
  Instant at;
  std::string left_out = {};      // what it became
  std::string was_left_out = {};  // and what it was
  std::string reason = {};
};

}  // namespace onereturn::returns
