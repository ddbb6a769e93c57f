#include <algorithm>

#include "domain/fan_out/redacted_boxes.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "gateway/views/evaluation.hpp"
#include "gateway/views/evaluation_around.hpp"
#include "gateway/views/sheet.hpp"

namespace onereturn::gateway::views {
namespace {

using evaluation::Grade;
using evaluation::How;
using evaluation::Judging;
using evaluation::State;
using evaluation::Subject;
using evaluation::Workbench;
using frameworks::BoxContent;
using html::Data;

constexpr const char* not_applicable = "na";

// "Supervision policy, confirmed 3 March 2027": where a box comes from, each once.
Data sources_of(const mapping::RenderedBox& box) {
  auto list = Data::list();
  std::vector<std::string> seen;
  for (const auto& source : box.sources) {
    auto words = source.name.empty() ? std::string{} : source.name;
    if (words.empty()) continue;
    if (source.confirmed.on) words += ", confirmed " + to_words(*source.confirmed.on);
    if (std::find(seen.begin(), seen.end(), words) != seen.end()) continue;
    seen.push_back(words);
    list.push(Data::object().set("text", words));
  }
  return list;
}

// A box of the agency: its words, or its own rating.
Data written_box(const ItemInput& input, const mapping::RenderedBox& box) {
  auto light =
      box.content == BoxContent::rating ? point_light(*input.bench.copy.form, box.point) : Data();
  std::string blank;
  if (box.text.empty() && light.is_no()) {
    blank = fan_out::redacted_boxes(input.bench.copy).contains(box.box_no) ? redacted_words
            : box.state == mapping::BoxState::not_applicable               ? "Not applicable"
                                                                           : "Left empty";
  }
  auto sources = sources_of(box);
  const bool any = !sources.items().empty() || !box.rule_text.empty();
  return Data::object()
      .set("label", box.label)
      .set("light", std::move(light))
      .set("text", Data::text_or_no(box.text))
      .set("blank", Data::text_or_no(blank))
      .set("sources", any ? Data::object()
                                .set("rule", Data::text_or_no(box.rule_text))
                                .set("about", box.label)
                                .set("list", std::move(sources))
                          : Data());
}

Data written(const ItemInput& input) {
  auto list = Data::list();
  for (const auto& box : input.bench.copy.copy.boxes) {
    const bool here = input.subject.boxes.contains(box.box_no);
    if (here && box.filled_by != frameworks::FilledBy::board && box.box_no != input.subject.key) {
      list.push(written_box(input, box));
    } else if (here && input.subject.judging == Judging::comment) {
      list.push(written_box(input, box));
    }
  }
  return list;
}

Data evidence_rows(const ItemInput& input) {
  auto rows = Data::list();
  const auto base = "/returns/" + input.bench.facts.id.text() + "/evidence";
  const int version = input.bench.copy.receipt.version_no;
  const bool stands = version == input.bench.facts.latest_version;
  const auto of = stands ? std::string() : "?version=" + std::to_string(version);
  for (const auto& piece : input.evidence) {
    const bool here = std::any_of(piece.boxes.begin(), piece.boxes.end(), [&](const auto& box) {
      return input.subject.boxes.contains(box);
    });
    if (!here) continue;
    const auto number = std::to_string(piece.number);
    rows.push(
        Data::object()
            .set("title", piece.title)
            .set("href", piece.sha256.empty() ? Data() : Data(base + "/" + number + of))
            .set("kept_where", Data::text_or_no(piece.kept_where))
            .set("ask_href", piece.sha256.empty() ? Data(base + of + "#piece-" + number) : Data()));
  }
  return rows;
}

Data actions_of(const ItemInput& input) {
  auto rows = Data::list();
  for (const auto& action : input.bench.copy.copy.actions) {
    const bool here =
        std::any_of(action.places.begin(), action.places.end(), [&](const auto& place) {
          return place.section == input.subject.section &&
                 (place.item.empty() || place.item == input.subject.item);
        });
    if (!here) continue;
    rows.push(Data::object()
                  .set("what", action.what)
                  .set("lead", Data::text_or_no(action.lead))
                  .set("by", action.by_on ? Data(to_words(*action.by_on)) : Data()));
  }
  return rows;
}

Data list_row(const ItemInput& input, const Subject& subject) {
  const auto& grade = input.bench.grade(subject.key);
  const bool here = subject.key == input.subject.key;
  const bool done = evaluation::is_done(subject, grade);
  const char* icon = here                        ? "now"
                     : grade.how == How::carried ? "reconfirm"
                     : grade.not_applicable      ? "na"
                     : done                      ? "done"
                     : grade.version > 0         ? "draft"
                                                 : "none";
  const auto* point =
      grade.point.empty() ? nullptr : frameworks::find_point(*input.bench.copy.form, grade.point);
  std::string mark = grade.not_applicable ? "N/A" : "";
  if (point != nullptr && grade.how != How::carried) {
    mark = point->label.substr(0, point->label.find(' '));
  }
  return Data::object()
      .set("href", item_path(input.bench, subject.key))
      .set("icon", icon)
      .set("here", here)
      .set("text", evaluation::title_of(subject))
      .set("essential", subject.essential)
      .set("mark", Data::text_or_no(mark))
      .set("state", done ? Data() : Data(grade.how == How::carried ? "to confirm" : "not graded"));
}

// The section's items, and the ones before and after in the printed order.
void add_list(const ItemInput& input, Data& page) {
  const auto& subjects = input.bench.subjects;
  auto list = Data::list();
  Data before, after;
  for (std::size_t at = 0; at < subjects.size(); ++at) {
    if (subjects[at].section == input.subject.section) list.push(list_row(input, subjects[at]));
    if (subjects[at].key != input.subject.key) continue;
    const auto link = [&](const Subject& to) {
      return Data::object()
          .set("href", item_path(input.bench, to.key))
          .set("text", evaluation::title_of(to));
    };
    if (at > 0) before = link(subjects[at - 1]);
    if (at + 1 < subjects.size()) after = link(subjects[at + 1]);
  }
  const auto next = evaluation::next_to_do(subjects, input.bench.grades, input.subject.key);
  page.set("all_href", evaluation_path(input.bench))
      .set("all_text", "All " + counted(static_cast<int>(subjects.size()), "item", "items"))
      .set("items", std::move(list))
      .set("before", std::move(before))
      .set("after", std::move(after))
      .set("next_href", next.empty() ? Data() : Data(item_path(input.bench, next)));
}

Data choices(const ItemInput& input) {
  auto list = Data::list();
  const auto add = [&](const std::string& value, const std::string& label, const std::string& hint,
                       const std::string& key) {
    list.push(Data::object()
                  .set("id", list.items().empty() ? std::string("grade") : "grade-" + as_id(value))
                  .set("value", value)
                  .set("label", label)
                  .set("hint", Data::text_or_no(hint))
                  .set("key", Data::text_or_no(key))
                  .set("checked", input.typed.grade == value));
  };
  const auto& form = *input.bench.copy.form;
  if (!input.subject.graded() || !form.scale) return list;
  for (const auto& point : form.scale->points) {
    // A key is the digit that is printed with the point.
    const bool digit = !point.label.empty() && point.label[0] >= '0' && point.label[0] <= '9';
    add(point.code, point.label, point.descriptor, digit ? point.label.substr(0, 1) : "");
  }
  if (input.subject.may_not_apply) {
    add(not_applicable, "Not applicable", "You decide; give the reason below", "N");
  }
  return list;
}

std::string grade_hint(const ItemInput& input) {
  switch (input.subject.judging) {
    case Judging::board_only:
      return "The agency does not grade itself on this form. It sees yours after release.";
    case Judging::both:
      return "Where yours differs from the agency’s own, it needs a reason before release.";
    case Judging::comment:
      break;
  }
  return "This form has no grade of the board. What you say here is read after release.";
}

// What was carried over from the version before, with the button that confirms it.
Data carried(const ItemInput& input) {
  const auto& grade = input.bench.grade(input.subject.key);
  if (grade.how != How::carried) return {};
  const auto light = point_light(*input.bench.copy.form, grade.point);
  const auto* text = light.find("text");
  std::string what = grade.not_applicable ? "Not applicable" : text == nullptr ? "" : text->text();
  if (what.empty()) what = "the comment";
  const auto& from = input.bench.facts.evaluation->carried_from;
  return Data::object()
      .set("words", "Nothing of this item has changed since version " +
                        std::to_string(from.value_or(1)) + ". It said then: " + what + ".")
      .set("button", "Confirm " + what);
}

std::string presence_words(const ItemInput& input) {
  for (const auto& other : input.bench.present) {
    if (other.key == input.subject.key) {
      return other.name + " is at this item too. What you both say is kept.";
    }
  }
  for (const auto& other : input.bench.present) {
    const auto* subject = input.bench.find(other.key);
    if (subject == nullptr) continue;
    const auto where = subject->number.empty() ? evaluation::title_of(*subject) : subject->number;
    return other.name + " is grading " + where + ". Your entries do not clash.";
  }
  return {};
}

Data text_field(const char* id, const char* label, std::string hint, const std::string& value,
                const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("hint", Data::text_or_no(std::move(hint)))
      .set("value", value)
      .set("only_na", false)
      .set("error", error_of(errors, id));
}

Data texts_to_write(const ItemInput& input) {
  auto list = Data::list();
  list.push(text_field("comment", "Comment to the agency", "", input.typed.comment, input.errors));
  const bool both = input.subject.judging == Judging::both;
  if (both || input.subject.may_not_apply) {
    std::string hint = both ? "Only where yours differs from theirs" : "";
    if (input.subject.may_not_apply) {
      hint += hint.empty() ? "Only with “Not applicable”" : ", and with “Not applicable”";
    }
    auto reason = text_field("reason", "Reason", hint, input.typed.reason, input.errors);
    const bool wrong = std::any_of(input.errors.begin(), input.errors.end(),
                                   [](const auto& error) { return error.field == "reason"; });
    const bool said = wrong || !input.typed.reason.empty();
    list.push(std::move(reason.set("only_na", !both && !said)));
  }
  const auto& evaluation = input.bench.facts.evaluation;
  if (evaluation && evaluation->state == State::second_look) {
    list.push(text_field("why", "Why you change it",
                         "For your board alone. The agency never sees it.", input.typed.why,
                         input.errors));
  }
  return list;
}

void add_grade(const ItemInput& input, Data& page) {
  const auto& bench = input.bench;
  const auto& grade = bench.grade(input.subject.key);
  const bool may = may_grade(bench, input.looker);
  const auto here = item_path(bench, input.subject.key);
  page.set("may_grade", may)
      .set("action", here)
      .set("evaluation", bench.facts.evaluation ? bench.facts.evaluation->id.text() : "")
      .set("version", input.typed.version)
      .set("grade_title",
           input.subject.graded() ? bench.copy.board + "’s grade" : bench.copy.board + "’s words")
      .set("grade_hint", grade_hint(input))
      .set("grade_error", error_of(input.errors, "grade"))
      .set("choices", choices(input))
      .set("graded", input.subject.graded())
      .set("self", input.subject.judging == Judging::both
                       ? point_light(*bench.copy.form, bench.self_point(input.subject))
                       : Data())
      .set("no_self",
           input.subject.judging == Judging::both && bench.self_point(input.subject).empty())
      .set("texts", texts_to_write(input))
      .set("carried", carried(input))
      .set("present", Data::text_or_no(presence_words(input)))
      .set("keys_on", bench.settings.keys && may)
      .set("stands", point_light(*bench.copy.form, grade.point))
      .set("stands_na", grade.not_applicable)
      .set("stands_comment", Data::text_or_no(grade.comment))
      .set("stands_reason", Data::text_or_no(grade.reason))
      .set("stands_none", grade.version == 0)
      .set("saved_at", grade.version > 0 ? Data("Last saved " + to_words_with_time(grade.at) +
                                                " by " + grade.by_name)
                                         : Data())
      .set("history_href", grade.version > 0 ? Data(here + "/history") : Data());
}

Data asked_here(const ItemInput& input) {
  if (!input.bench.sent_back) return {};
  for (const auto& item : input.bench.sent_back->items) {
    if (item.key != input.subject.key) continue;
    return Data::object()
        .set("when", "Asked on " + to_words(day_in_england(input.bench.sent_back->asked_at)) +
                         ", of version " + std::to_string(input.bench.sent_back->version_no))
        .set("thread_href", Data::text_or_no(item.thread ? "/threads/" + item.thread->text() : ""))
        .set("words", item.words);
  }
  return {};
}

std::string words_of(const Workbench& bench, const std::string& grade) {
  if (grade == not_applicable) return "Not applicable";
  const auto* point = grade.empty() ? nullptr : frameworks::find_point(*bench.copy.form, grade);
  return point == nullptr ? "No grade" : point->label;
}

}  // namespace

TypedGrade kept_grade(const Grade& grade) {
  TypedGrade typed;
  // Nothing that is only a draft stands chosen: somebody has to say it again, or confirm it.
  if (grade.how != How::carried) typed.grade = grade.not_applicable ? not_applicable : grade.point;
  typed.comment = grade.comment;
  typed.reason = grade.reason;
  typed.version = grade.version;
  return typed;
}

Data item_page(const ItemInput& input) {
  const auto& bench = input.bench;
  const auto& subject = input.subject;
  const auto title = evaluation::title_of(subject);
  const bool whole_shown = evaluation::short_title(subject) == subject.wording;
  auto boxes = written(input);
  auto evidence = evidence_rows(input);
  auto actions = actions_of(input);
  auto page = Data::object();
  page.set("title", title)
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", Data::text_or_no(input.saved_note))
      .set("return_href", "/returns/" + bench.facts.id.text())
      .set("agency", bench.copy.agency)
      .set("received", "version " + std::to_string(bench.copy.receipt.version_no) + " of " +
                           to_words(day_in_england(bench.copy.receipt.received_at)))
      .set("heading", title)
      .set("progress", progress_words(bench))
      .set("finish_href", evaluation_path(bench) + "/finish")
      .set("notices", notices(bench, input.today))
      .set("essential", subject.essential)
      .set("wording", whole_shown ? Data() : Data(subject.wording))
      .set("about", Data::text_or_no(subject.about))
      .set("boxes", std::move(boxes))
      .set("has_evidence", !evidence.items().empty())
      .set("evidence", std::move(evidence))
      .set("has_actions", !actions.items().empty())
      .set("actions", std::move(actions))
      .set("asked", asked_here(input));
  add_list(input, page);
  add_grade(input, page);
  add_around(bench, subject, input.around, input.looker, page);
  return page;
}

Data grade_conflict_page(const Workbench& bench, const Subject& subject, const TypedGrade& mine,
                         const Grade& theirs, const std::string& go) {
  auto yours = Data::list(), saved = Data::list(), fields = Data::list(), carried = Data::list();
  const auto shown = [](const char* label, const std::string& value) {
    return Data::object().set("label", label).set("value", value.empty() ? "Nothing" : value);
  };
  const auto kept = kept_grade(theirs);
  if (subject.graded()) {
    yours.push(shown("Grade", words_of(bench, mine.grade)));
    saved.push(shown("Grade", words_of(bench, kept.grade)));
    auto options = Data::list();
    const auto option = [&](const std::string& value) {
      options.push(Data::object()
                       .set("value", value)
                       .set("text", words_of(bench, value))
                       .set("selected", mine.grade == value));
    };
    option("");
    for (const auto& point : bench.copy.form->scale->points)
      option(point.code);
    if (subject.may_not_apply) option(not_applicable);
    fields.push(Data::object()
                    .set("id", "grade")
                    .set("label", "Grade")
                    .set("hint", "Yours is chosen here")
                    .set("text", false)
                    .set("choice", Data::object().set("options", std::move(options))));
  }
  const auto text = [&](const char* id, const char* label, const std::string& my,
                        const std::string& their) {
    yours.push(shown(label, my));
    saved.push(shown(label, their));
    const bool two = !my.empty() && !their.empty() && my != their;
    fields.push(Data::object()
                    .set("id", id)
                    .set("label", label)
                    .set("hint", two ? "Both texts, yours first. Cut what is not needed."
                                     : "What stands here is kept")
                    .set("choice", false)
                    .set("text", Data::object().set("value", two          ? my + "\n\n" + their
                                                             : my.empty() ? their
                                                                          : my)));
  };
  text("comment", "Comment to the agency", mine.comment, kept.comment);
  if (subject.graded()) text("reason", "Reason", mine.reason, kept.reason);
  carried.push(Data::object()
                   .set("name", "evaluation")
                   .set("value", bench.facts.evaluation ? bench.facts.evaluation->id.text() : ""));
  if (!mine.why.empty()) {
    carried.push(Data::object().set("name", "why").set("value", mine.why));
  }
  const auto who = theirs.by_name.empty() ? std::string("Somebody") : theirs.by_name;
  const auto title = evaluation::title_of(subject);
  const auto heading = who + " saved " + title + " while you were grading";
  return Data::object()
      .set("title", heading)
      .set("heading", heading)
      .set("eyebrow", bench.copy.agency)
      .set("back_href", item_path(bench, subject.key))
      .set("back_text", title)
      .set("action", item_path(bench, subject.key))
      .set("theirs_href", item_path(bench, subject.key))
      .set("version", theirs.version)
      .set("go", go == "next" || go == "skip" ? go : "stay")
      .set("keep_words", "Keep this")
      .set("carried", std::move(carried))
      .set("yours", std::move(yours))
      .set("theirs", std::move(saved))
      .set("theirs_name", who)
      .set("theirs_when", "saved at " + clock_in_england(theirs.at))
      .set("fields", std::move(fields));
}

Data grade_history_page(const Workbench& bench, const Subject& subject,
                        const std::vector<Grade>& history) {
  auto rows = Data::list();
  for (const auto& grade : history) {
    const auto what = grade.how == How::carried       ? "Carried over from the version before"
                      : grade.how == How::second_look ? "Changed in a second look"
                                                      : "";
    rows.push(
        Data::object()
            .set("version", grade.version)
            .set("by", grade.by_name.empty() ? "Somebody who has left" : grade.by_name)
            .set("at", to_words_with_time(grade.at))
            .set("what", Data::text_or_no(what))
            .set("graded", subject.graded())
            .set("grade", words_of(bench, grade.not_applicable ? not_applicable : grade.point))
            .set("comment", Data::text_or_no(grade.comment))
            .set("reason", Data::text_or_no(grade.reason))
            .set("why", Data::text_or_no(grade.why)));
  }
  const auto title = evaluation::title_of(subject);
  return Data::object()
      .set("title", "History of " + title)
      .set("back_href", item_path(bench, subject.key))
      .set("back_text", title)
      .set("eyebrow", bench.copy.agency)
      .set("heading", title)
      .set("rows", std::move(rows));
}

}  // namespace onereturn::gateway::views
