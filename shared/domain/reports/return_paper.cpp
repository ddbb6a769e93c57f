#include "domain/reports/return_paper.hpp"

namespace onereturn::reports {
namespace {

constexpr int many_rows = 200;

const char* in_words(ReturnPaperKind kind) {
  switch (kind) {
    case ReturnPaperKind::blank:
      return "blank form";
    case ReturnPaperKind::receipt:
      return "receipt";
    case ReturnPaperKind::filled:
      break;
  }
  return "filled form";
}

}  // namespace

const char* to_string(ReturnPaperKind kind) {
  switch (kind) {
    case ReturnPaperKind::blank:
      return "blank";
    case ReturnPaperKind::receipt:
      return "receipt";
    case ReturnPaperKind::filled:
      break;
  }
  return "filled";
}

std::optional<ReturnPaperKind> return_paper_kind_of(std::string_view text) {
  for (const auto kind :
       {ReturnPaperKind::filled, ReturnPaperKind::blank, ReturnPaperKind::receipt}) {
    if (text == to_string(kind)) return kind;
  }
  return std::nullopt;
}

bool can_be_had(const PaperSubject& subject, const ReturnPaper& paper) {
  if (paper.kind != ReturnPaperKind::filled && (paper.with_sources || is_table(paper.format))) {
    return false;
  }
  switch (paper.kind) {
    case ReturnPaperKind::blank:
      return true;
    case ReturnPaperKind::receipt:
      return subject.version > 0 && subject.acknowledged;
    case ReturnPaperKind::filled:
      break;
  }
  return subject.version > 0;
}

std::string made_of(const PaperSubject& subject, ReturnPaperKind kind) {
  std::string all;
  if (kind != ReturnPaperKind::blank) all += subject.standing + ", ";
  if (kind != ReturnPaperKind::receipt) all += "due " + to_iso(subject.due_on) + ", ";
  return all + "look " + std::to_string(subject.look) + ", names " + subject.names;
}

bool takes_long(const PaperSubject& subject, const ReturnPaper& paper) {
  return paper.kind == ReturnPaperKind::filled && subject.boxes > many_rows;
}

std::string in_trail(const ReturnPaper& paper, int version) {
  auto words = std::string(to_string(paper.format)) + " of the " + in_words(paper.kind);
  if (paper.with_sources) words += " with sources";
  if (paper.kind != ReturnPaperKind::blank) words += ", version " + std::to_string(version);
  return words;
}

}  // namespace onereturn::reports
