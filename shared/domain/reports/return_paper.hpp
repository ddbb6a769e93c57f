#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "domain/reports/report.hpp"

// A return on paper: what a board received, or the agency sent, as files that the worker makes.
namespace onereturn::reports {

// filled: one delivered version. blank: the form of the request. receipt: of a version that the
// board has acknowledged.
enum class ReturnPaperKind { filled, blank, receipt };
const char* to_string(ReturnPaperKind kind);
std::optional<ReturnPaperKind> return_paper_kind_of(std::string_view text);

struct ReturnPaper {
  ReturnPaperKind kind = ReturnPaperKind::filled;
  bool with_sources = false;  // where each box comes from, as footnotes
  Format format = Format::pdf;

  bool operator==(const ReturnPaper&) const = default;
};

// The request that a paper is about, and the version of its return that was asked for.
struct PaperSubject {
  RequestId request;
  BoardId board;
  std::optional<ReturnId> of_return;  // nothing before the first delivery
  std::string title;                  // of what the board asks for
  std::string board_name;
  std::string agency;
  Date due_on{};
  frameworks::VersionRef form;
  std::vector<std::string> parts;  // sections that are asked for; none: the whole form
  int version = 0;                 // 0: nothing is delivered
  int stands = 0;                  // the version that the board works with
  bool acknowledged = false;
  int boxes = 0;
  int erased = 0;        // boxes whose words are gone for good
  std::string standing;  // of the version
  int look = 0;          // of the board's papers; 0: never chosen
  std::string names;     // digest of the three names that stand on every paper
};

struct ReturnPaperFile {
  ReturnPaper paper;
  PaperFile file;
  bool before_erasure = false;  // nobody takes it any more
};

// What the page of a return's papers shows.
struct PapersOfReturn {
  PaperSubject subject;
  std::vector<ReturnPaperFile> files;
};

// Whether there is such a paper: tables and footnotes are those of a filled form, a filled form was
// delivered, and a receipt was given.
bool can_be_had(const PaperSubject& subject, const ReturnPaper& paper);

// What a file of that kind must have been made of to be as new as this: who is called what and how
// the board's papers look, where the version stands, but for a form that nobody filled in, and the
// day that it is due, but for a receipt.
std::string made_of(const PaperSubject& subject, ReturnPaperKind kind);

// Long ones wait in a lane of their own.
bool takes_long(const PaperSubject& subject, const ReturnPaper& paper);

// What stands in the trail: "pdf of the receipt, version 2".
std::string in_trail(const ReturnPaper& paper, int version);

}  // namespace onereturn::reports
