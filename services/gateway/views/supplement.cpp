#include "gateway/views/supplement.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"
#include "gateway/views/differences.hpp"
#include "gateway/views/sheet.hpp"

namespace onereturn::gateway::views {

namespace {

using fan_out::CopyAge;
using fan_out::Standing;
using html::Data;

// "6.1", or the section's title for a box of a section.
std::string place_of(const frameworks::Template& form, const mapping::RenderedBox& box) {
  for (const auto& section : form.sections) {
    if (section.code != box.section) continue;
    for (const auto& item : section.items) {
      if (item.code == box.item) return item.number.value_or(item.wording);
    }
    return numbered(section.number, section.title);
  }
  return "Details";
}

bool applies(const mapping::RenderedBox& box) {
  return box.state != mapping::BoxState::not_applicable;
}

// A grade with its symbol, or in words where none was given; of a text, whether it applies.
Data grade_of(const frameworks::Template& form, const mapping::RenderedBox& box) {
  if (box.content != frameworks::BoxContent::rating) {
    return Data::object()
        .set("light", false)
        .set("words", applies(box) ? "Applies" : "Not applicable");
  }
  auto mark = light(form, box);
  const bool none = mark.is_no();
  return Data::object()
      .set("light", std::move(mark))
      .set("words", none ? Data("Not given") : Data());
}

bool same_grade(const mapping::RenderedBox& one, const mapping::RenderedBox& other) {
  return one.point == other.point && applies(one) == applies(other);
}

Data changed_box(const frameworks::Template& form, const fan_out::BoxDifference& one) {
  const bool texts = one.before.text != one.after.text;
  return Data::object()
      .set("place", place_of(form, one.after))
      .set("label", one.after.label)
      .set("number", as_id(one.after.box_no))
      .set("grade", same_grade(one.before, one.after)
                        ? Data()
                        : Data::object()
                              .set("before", grade_of(form, one.before))
                              .set("after", grade_of(form, one.after)))
      .set("changed",
           texts ? Data::object().set("runs", runs_of(one.before.text, one.after.text)) : Data());
}

Data changed_lines(const std::vector<fan_out::LineDifference>& lines) {
  auto list = Data::list();
  for (const auto& line : lines) {
    const char* what = line.before.empty() ? "New" : line.after.empty() ? "No longer" : "Changed";
    list.push(Data::object()
                  .set("what", what)
                  .set("runs", line.after.empty() ? runs_of("", line.before)
                                                  : runs_of(line.before, line.after)));
  }
  return list;
}

std::string standing_words(const fan_out::VersionLine& line) {
  if (line.stands) return "You work with this one";
  switch (line.standing) {
    case Standing::accepted:
      return "Accepted, replaced since";
    case Standing::offered:
      return "Waits for you";
    case Standing::declined:
      return "Declined";
    case Standing::replaced:
      return "The agency offered a newer one instead";
  }
  return {};
}

Data versions_of(const fan_out::Supplement& supplement) {
  auto list = Data::list();
  for (const auto& line : supplement.versions) {
    std::string decided;
    if (line.decided_at && !line.decided_by.empty()) {
      decided = "Decided on " + to_words(day_in_england(*line.decided_at)) + " by " +
                line.decided_by + ".";
    }
    list.push(Data::object()
                  .set("version", line.version_no)
                  .set("when", to_words_with_time(line.delivered_at))
                  .set("standing", standing_words(line))
                  .set("decided", Data::text_or_no(std::move(decided)))
                  .set("words", Data::text_or_no(line.decision_words))
                  .set("href", "/returns/" + supplement.stands.id.text() +
                                   (line.stands ? std::string()
                                                : "?version=" + std::to_string(line.version_no))));
  }
  return list;
}

}  // namespace

Data supplement_page(const fan_out::Supplement& supplement, bool decides,
                     const TypedOfferDecision& typed) {
  const auto& stands = supplement.stands;
  const auto base = "/returns/" + stands.id.text();
  auto boxes = Data::list();
  for (const auto& one : supplement.difference.boxes)
    boxes.push(changed_box(*stands.form, one));
  const auto changed = static_cast<int>(supplement.difference.boxes.size());
  auto page = Data::object();
  page.set("title", "Supplement of " + stands.agency)
      .set("back_href", base)
      .set("eyebrow", stands.agency + ", " + stands.audit)
      .set("title_error", !typed.errors.empty())
      .set("error_summary", error_summary(typed.errors))
      .set("overtaken", Data::text_or_no(typed.overtaken))
      .set("kept", Data::text_or_no(typed.overtaken.empty() ? std::string() : typed.words))
      .set("versions", versions_of(supplement))
      .set("action", base + "/supplement");
  if (!supplement.offered) {
    return page.set("heading", "Every version of this return")
        .set("nothing", "None waits for you. You work with version " +
                            std::to_string(stands.receipt.version_no) + ", which came on " +
                            to_words_with_time(stands.receipt.received_at) + ".")
        .set("offered", false);
  }
  const auto& offered = *supplement.offered;
  std::string signed_by;
  if (!offered.sign_offs.empty()) {
    const auto& by = offered.sign_offs.front();
    signed_by = ", signed by " + by.name + (by.position.empty() ? "" : ", " + by.position);
  }
  const auto actions = changed_lines(supplement.difference.actions);
  const auto evidence = changed_lines(supplement.difference.evidence);
  const bool any_actions = !actions.items().empty();
  const bool any_evidence = !evidence.items().empty();
  const auto also = [](const Data& lines, const char* one, const char* more) {
    const auto count = static_cast<int>(lines.items().size());
    return count == 0 ? std::string() : ", and " + counted(count, one, more);
  };
  page.set("heading", stands.agency + " offers a newer version")
      .set("nothing", false)
      .set("offered",
           Data::object()
               .set("lede",
                    "Version " + std::to_string(offered.receipt.version_no) + " came on " +
                        to_words_with_time(offered.receipt.received_at) + signed_by + ". " +
                        capital(counted(changed, "box says", "boxes say")) + " something else" +
                        also(actions, "action differs", "actions differ") +
                        also(evidence, "piece of evidence differs", "pieces of evidence differ") +
                        ".")
               .set("stands", stands.receipt.version_no)
               .set("version", offered.receipt.version_no)
               .set("whole_href", base + "?version=" + std::to_string(offered.receipt.version_no))
               .set("boxes", std::move(boxes))
               .set("any_actions", any_actions)
               .set("actions", actions)
               .set("any_evidence", any_evidence)
               .set("evidence", evidence)
               .set("decides", decides)
               .set("words_value", typed.words)
               .set("words_error", error_of(typed.errors, "words")));
  return page;
}

Data copy_age(const fan_out::HeldCopy& held, const returns::BoardRef& board, bool offers) {
  std::string words;
  std::string decision;
  if (held.newest_standing == Standing::declined) {
    decision = (held.decided_by.empty() ? board.area : held.decided_by) + " declined version " +
               std::to_string(held.newest) +
               (held.decided_at ? " on " + to_words(day_in_england(*held.decided_at)) : "") + ": " +
               held.decision_words;
  } else if (held.newest_standing == Standing::accepted && held.newest > 1 && held.decided_at &&
             !held.decided_by.empty()) {
    decision = "Version " + std::to_string(held.newest) + " was accepted on " +
               to_words(day_in_england(*held.decided_at)) + ".";
  }
  bool older = false;
  switch (held.age) {
    case CopyAge::current:
      break;
    case CopyAge::older:
      older = true;
      words = "It holds an older answer: " + counted(held.changed, "box says", "boxes say") +
              " something else now.";
      break;
    case CopyAge::offered:
      words = "Version " + std::to_string(held.newest) + " is offered since " +
              to_words(day_in_england(held.newest_at)) + ". The board works with version " +
              std::to_string(held.stands) + " until it has decided.";
      break;
    case CopyAge::declined:
      words = "The board keeps version " + std::to_string(held.stands) +
              ". Your answers are as you left them.";
      break;
  }
  if (words.empty() && decision.empty()) return {};
  return Data::object()
      .set("words", Data::text_or_no(words))
      .set("decision", Data::text_or_no(decision))
      .set("older", older)
      .set("about", board.name)
      .set("offer_href",
           Data::text_or_no(older && offers ? "/authorise?offer=" + held.request.text() : ""))
      .set("ask_authoriser", older && !offers);
}

int older_copies(const std::vector<fan_out::HeldCopy>& held) {
  return static_cast<int>(std::count_if(held.begin(), held.end(),
                                        [](const auto& one) { return one.age == CopyAge::older; }));
}

}  // namespace onereturn::gateway::views
