#include "gateway/views/return_papers.hpp"

#include <algorithm>

#include "gateway/views/paper_words.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reports::FileState;
using reports::PapersOfReturn;
using reports::ReturnPaper;
using reports::ReturnPaperKind;

struct Rows {
  Data list = Data::list();
  bool waits = false;
};

const reports::ReturnPaperFile* find(const PapersOfReturn& papers, const ReturnPaper& paper) {
  const auto found = std::ranges::find(papers.files, paper, &reports::ReturnPaperFile::paper);
  return found == papers.files.end() ? nullptr : &*found;
}

const char* older_words(ReturnPaperKind kind) {
  return kind == ReturnPaperKind::blank
             ? "Ready, but the request, a name or the board’s look has changed since"
             : "Ready, but the return, a name or the board’s look has changed since";
}

Data row_data(const PapersOfReturn& papers, const ReturnPapersPlace& place,
              const FormatWords& words, const ReturnPaper& paper) {
  const auto* found = find(papers, paper);
  const auto* file = found == nullptr ? nullptr : &found->file;
  const bool table = reports::is_table(paper.format);
  const bool let = !table || place.may_export;
  const bool ready = file != nullptr && file->state == FileState::ready;
  // What was made before words were erased is nobody's to take any more.
  const bool stale = found != nullptr && found->before_erasure;
  const auto folder = place.of_board && table ? "/tables/" : "/papers/";
  return Data::object()
      .set("format", to_string(paper.format))
      .set("kind", to_string(paper.kind))
      .set("sources", place.with_sources ? "yes" : "")
      .set("words", words.words)
      .set("what_for", words.what_for)
      .set("status", file_status(file, older_words(paper.kind), place.now))
      .set("reason", file_reason(file, place.now))
      .set("href", ready && let && !stale ? Data(place.base + folder + file->id.text()) : Data())
      .set("size", ready && file->size_bytes ? Data(size_words(*file->size_bytes)) : Data())
      .set("sha256", ready ? Data(file->sha256) : Data())
      .set("ask", Data::text_or_no(let ? ask_words(file, place.now) : ""))
      .set("not_allowed", !let);
}

Rows rows_of(const PapersOfReturn& papers, const ReturnPapersPlace& place, ReturnPaperKind kind,
             bool tables) {
  Rows rows;
  for (const auto& words : paper_formats()) {
    if (reports::is_table(words.format) != tables) continue;
    const ReturnPaper paper{kind, place.with_sources && !tables && kind == ReturnPaperKind::filled,
                            words.format};
    if (!reports::can_be_had(papers.subject, paper)) continue;
    rows.list.push(row_data(papers, place, words, paper));
  }
  return rows;
}

Data part(const char* id, const char* heading, const std::string& words, Rows rows) {
  return Data::object()
      .set("id", id)
      .set("heading", heading)
      .set("words", Data::text_or_no(words))
      .set("rows", std::move(rows.list));
}

Data tab(const std::string& text, const std::string& href, bool here) {
  return Data::object().set("text", text).set("href", href).set("here", here);
}

Data version_tabs(const PapersOfReturn& papers, const ReturnPapersPlace& place) {
  auto tabs = Data::list();
  const int newest = std::max(papers.subject.stands, papers.subject.version);
  if (newest < 2) return tabs;
  for (int version = newest; version >= 1; --version) {
    tabs.push(tab("Version " + std::to_string(version),
                  papers_path(place.base, version, place.with_sources),
                  version == papers.subject.version));
  }
  return tabs;
}

Data parts_of(const PapersOfReturn& papers, const ReturnPapersPlace& place) {
  auto parts = Data::list();
  const auto& subject = papers.subject;
  if (subject.version > 0) {
    parts.push(part("filled", "The return",
                    place.with_sources ? "Below each answer a footnote says where it comes from."
                                       : "In the board’s own layout, as it was delivered.",
                    rows_of(papers, place, ReturnPaperKind::filled, false)));
    parts.push(
        part("tables", "Its tables", "", rows_of(papers, place, ReturnPaperKind::filled, true)));
    parts.push(part("receipt", "The receipt",
                    subject.acknowledged
                        ? ""
                        : "There is one as soon as the board has acknowledged this version.",
                    rows_of(papers, place, ReturnPaperKind::receipt, false)));
  }
  parts.push(part("blank", "The blank form", "To write on by hand, or to see what is asked.",
                  rows_of(papers, place, ReturnPaperKind::blank, false)));
  return parts;
}

}  // namespace

std::string papers_path(const std::string& base, int version, bool with_sources) {
  auto path = base + "/papers";
  if (version > 0) path += "?version=" + std::to_string(version);
  if (with_sources) path += std::string(version > 0 ? "&" : "?") + "sources=yes";
  return path;
}

Data return_papers_page(const PapersOfReturn& papers, const ReturnPapersPlace& place) {
  const auto& subject = papers.subject;
  const auto here = papers_path(place.base, subject.version, place.with_sources);
  auto choices = Data::list();
  if (subject.version > 0) {
    choices.push(
        tab("Answers alone", papers_path(place.base, subject.version, false), !place.with_sources));
    choices.push(tab("Sources as footnotes", papers_path(place.base, subject.version, true),
                     place.with_sources));
  }
  const bool waits = std::ranges::any_of(papers.files, [&](const reports::ReturnPaperFile& one) {
    return reports::is_on_its_way(one.file, place.now);
  });
  const auto about = place.of_board ? subject.agency : subject.board_name;
  return Data::object()
      .set("title", "Take it on paper")
      .set("back", place.back_href)
      .set("back_text", place.back_text)
      .set("eyebrow", subject.title)
      .set("lede", about +
                       (subject.version > 0 ? ", version " + std::to_string(subject.version)
                                            : ", nothing delivered yet") +
                       ".")
      .set("versions", version_tabs(papers, place))
      .set("several", std::max(subject.stands, subject.version) > 1)
      .set("delivered", subject.version > 0)
      .set("choices", std::move(choices))
      .set("redacted",
           subject.erased == 0
               ? Data()
               : Data("The words of " + counted(subject.erased, "box", "boxes") +
                      " have been taken out for good. Papers from before can no longer be taken."))
      .set("action", place.base + "/papers")
      .set("version", subject.version)
      .set("here", here)
      .set("waits", waits)
      .set("parts", parts_of(papers, place));
}

}  // namespace onereturn::gateway::views
