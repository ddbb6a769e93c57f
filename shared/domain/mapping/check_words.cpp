#include "domain/mapping/check_words.hpp"

#include <algorithm>

#include "domain/mapping/guards.hpp"

namespace onereturn::mapping {
namespace {

// One text that the board would read.
struct Words {
  std::string about;  // ends the finding's key
  std::string where;  // for the message
  std::string requirement;
  std::string item;
  std::string box_no;
  bool common = true;
};

std::vector<BoardIdentity> without(std::vector<BoardIdentity> boards, const std::string& code) {
  std::erase_if(boards, [&](const BoardIdentity& board) { return board.code == code; });
  return boards;
}

class Guards {
 public:
  Guards(const Engagement& engagement, const std::vector<BoardIdentity>& engaged, Date today,
         FindingList& findings)
      : all_(engaged),
        others_(without(engaged, engagement.board.code)),
        today_(today),
        findings_(findings) {}

  void look_at(const std::string& text, const Words& words) {
    if (text.empty()) return;
    for (const NamedBoard& named : (words.common ? all_ : others_).in(text)) {
      add("names-board", words, named.board,
          words.where + " names \"" + named.words + "\"" +
              (words.common ? ", and every board reads it. Move this to that board's part?"
                            : ", which is about another board."));
    }
    for (const ChildDetail& detail : child_details(text, today_)) {
      add("child-details", words, detail.excerpt,
          words.where + " has what looks like " + in_words(detail.kind) + ": \"" + detail.excerpt +
              "\".");
    }
  }

 private:
  void add(const std::string& rule, const Words& words, const std::string& what,
           std::string message) {
    CopyFinding finding;
    finding.severity = Severity::query;
    finding.rule = rule;
    finding.key = rule + ":" + words.about + ":" + what;
    finding.box_no = words.box_no;
    finding.item = words.item;
    finding.requirement = words.requirement;
    finding.message = std::move(message);
    findings_.add(std::move(finding));
  }

  BoardNames all_;
  BoardNames others_;
  Date today_;
  FindingList& findings_;
};

void look_at_box(const RenderedBox& box, Guards& guards) {
  if (box.overridden) {
    guards.look_at(box.text,
                   {"box:" + box.box_no, "\"" + box.label + "\"", "", box.item, box.box_no, false});
    return;
  }
  for (const Paragraph& paragraph : box.paragraphs) {
    if (paragraph.reference || paragraph.kind == SourceKind::evidence) continue;
    Words words;
    words.common = paragraph.kind == SourceKind::requirement;
    words.about = (words.common ? "" : "own:") + paragraph.source;
    words.where = paragraph.heading.empty() ? "\"" + box.label + "\"" : paragraph.heading;
    if (paragraph.kind != SourceKind::residual && paragraph.kind != SourceKind::direct) {
      words.requirement = paragraph.source;
    }
    words.item = box.item;
    words.box_no = box.box_no;
    guards.look_at(paragraph.text, words);
  }
}

void look_at_action(const RenderedAction& action, bool common, Guards& guards) {
  const Words words{
      "action:" + action.commitment, "The action \"" + action.what + "\"", "", "", "", common};
  for (const std::string* text :
       {&action.what, &action.how, &action.lead, &action.area, &action.change}) {
    guards.look_at(*text, words);
  }
}

}  // namespace

void check_guards(const Engagement& engagement, const CommonSide& common, const BoardSide& side,
                  const RenderedCopy& copy, const std::vector<BoardIdentity>& engaged, Date today,
                  FindingList& findings) {
  Guards guards(engagement, engaged, today, findings);
  for (const RenderedBox& box : copy.boxes) {
    if (box.content != frameworks::BoxContent::detail) look_at_box(box, guards);
  }
  for (const RenderedAction& action : copy.actions) {
    const bool is_common = std::any_of(
        common.commitments.begin(), common.commitments.end(),
        [&](const Commitment& commitment) { return commitment.id == action.commitment; });
    look_at_action(action, is_common, guards);
  }
  for (const Evidence& evidence : side.evidence) {
    const Words words{
        "evidence:" + evidence.id, "The evidence \"" + evidence.title + "\"", "", "", "", false};
    guards.look_at(evidence.title, words);
    guards.look_at(evidence.kept_where, words);
  }
}

}  // namespace onereturn::mapping
