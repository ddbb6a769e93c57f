#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/returns/promised.hpp"
#include "domain/returns/workspace.hpp"

// The pages about one board: what only that board asks, that board's own form, and its copy.
namespace onereturn::returns {

enum class ExtraKind { residual, whole, local_part, unmapped, choice };

// Something that only this board asks. The same component as a direct box.
struct Extra {
  ExtraKind kind = ExtraKind::residual;
  std::string key;       // what to save under: item (residual), requirement (whole,
                         // local_part) or box_no (unmapped, choice)
  std::string place;     // "2.5", or the standard's title
  std::string asked;     // the board's wording of the item
  std::string question;  // what to answer
  bool level_needed = false;
  std::vector<frameworks::ScalePoint> points;  // to choose from (choice; rating of its own)
  std::string text;
  std::optional<int> level;
  std::string point;
  bool not_applicable = false;
  std::string not_applicable_reason;
  int version = 0;
  bool done = false;            // confirmed, and whole
  bool draft = false;           // saved, and not confirmed
  std::string by;               // who saved it last
  std::optional<Date> said_on;  // a draft that is what was said last time: when
  std::string why;              // of a choice: the rule, as a sentence
  // Said to be supplied later: see promised.hpp for the words that this may be said of.
  std::optional<mapping::Promise> promised;
};

// None in a board's own form. The second form takes the copy that was rendered already.
std::vector<Extra> extras_of(const Workspace& workspace, const Engaged& board);
std::vector<Extra> extras_of(const Workspace& workspace, const Engaged& board,
                             const mapping::RenderedCopy& copy);
// What a promise about it would be about.
PromiseSubject subject_of(const Extra& extra);

// One box of the board's own form, with what was written.
struct FormBox {
  const frameworks::Box* box = nullptr;
  mapping::DirectBox written;
  const CommonText* above = nullptr;         // of a unit above, to take over
  const InheritedText* inherited = nullptr;  // set: the words were taken over
  const EarlierText* earlier = nullptr;      // of the last return, while nothing is written here
  int version = 0;
  bool done = false;   // confirmed
  bool draft = false;  // saved, and not confirmed
};

struct FormItem {
  const frameworks::Item* item = nullptr;
  std::vector<FormBox> boxes;
};

struct FormSection {
  const frameworks::Section* section = nullptr;
  std::vector<FormBox> boxes;
  std::vector<FormItem> items;
  std::vector<const KeptCommitment*> commitments;
  std::vector<const KeptEvidence*> evidence;
  int boxes_done = 0;
  int boxes_drafted = 0;
  int boxes_in_all = 0;  // of those that must be filled, like the two above
  int drafts = 0;        // of all boxes
};

// The board's own form, section by section. Borrows from the workspace.
std::vector<FormSection> own_form(const Workspace& workspace, const Engaged& board);

// Where evidence can stand in a section of that form: the boxes that list it, with their place.
struct EvidencePlace {
  std::string box_no;
  std::string place;  // "6.1", or the standard's title
};
std::vector<EvidencePlace> evidence_places(const frameworks::Section& section);

// That board's copy as it would be sent now, every box with its sources.
mapping::RenderedCopy preview_copy(const Workspace& workspace, const Engaged& board);

}  // namespace onereturn::returns
