#include "domain/mapping/check_answers.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/item_ask.hpp"
#include "domain/mapping/promised.hpp"

namespace onereturn::mapping {

using frameworks::BoxContent;
using frameworks::FrameworkIndex;
using frameworks::Item;
using frameworks::LocalKind;
using frameworks::Section;
using frameworks::Template;

namespace {

// Whether the boxes that an item writes in hold words on what is done, and on how it is known.
struct WordsWanted {
  bool describes = false;
  bool knows = false;
};

WordsWanted words_wanted(const Section& section, const Item& item) {
  WordsWanted wanted;
  for (const auto* boxes : {&section.boxes, &item.boxes}) {
    for (const auto& box : *boxes) {
      if (box.filled_by == frameworks::FilledBy::board) continue;
      const bool both = box.content == BoxContent::describes_then_knows;
      wanted.describes = wanted.describes || both || box.content == BoxContent::describes;
      wanted.knows = wanted.knows || both || box.content == BoxContent::knows;
    }
  }
  return wanted;
}

bool any_text(const Answer& answer, std::string Texts::*role) {
  if (!(answer.texts.*role).empty()) return true;
  return std::any_of(answer.part_texts.begin(), answer.part_texts.end(),
                     [&](const auto& part) { return !(part.second.*role).empty(); });
}

class AnswerChecks {
 public:
  AnswerChecks(const Engagement& engagement, const BoardSide& side, Date today,
               FindingList& findings)
      : engagement_(engagement),
        form_(*engagement.form),
        side_(side),
        today_(today),
        findings_(findings) {}

  void check(const Section& section, const Item& item, const Ask& ask) {
    const WordsWanted wanted = words_wanted(section, item);
    const auto& rule = frameworks::not_applicable_rule(form_, item);
    for (const AskedRequirement& asked : ask.requirements) {
      check_requirement(asked, section, item, wanted, rule.reason_required);
      check_local_part(asked, section, item);
    }
    for (const AskedResidual& asked : ask.residuals)
      check_residual(asked, section, item);
  }

  void check_direct(const DirectBox& direct, const std::string& box_no, const std::string& item) {
    if (direct.not_applicable && direct.not_applicable_reason.empty()) {
      add(Severity::error, "no-reason", "box:" + box_no, item, "", "Say why it does not apply.");
    }
    check_age(direct.confirmed, "box:" + box_no, item, "", "What you wrote here");
  }

 private:
  void add(Severity severity, const std::string& rule, const std::string& about,
           const std::string& item, const std::string& requirement, std::string message) {
    CopyFinding finding;
    finding.severity = severity;
    finding.rule = rule;
    finding.key = rule + ":" + about;
    finding.item = item;
    finding.requirement = requirement;
    finding.message = std::move(message);
    findings_.add(std::move(finding));
  }

  void check_age(const Confirmation& confirmed, const std::string& about, const std::string& item,
                 const std::string& requirement, const std::string& what) {
    if (confirmed.superseded) {
      add(Severity::error, "common-changed", about, item, requirement,
          what + " follows a common answer that has changed: look at the difference.");
    }
    const bool old = confirmed.on && *confirmed.on + std::chrono::years(1) < today_;
    if (!confirmed.carried && !old) return;
    add(Severity::error, "confirm-again", about, item, requirement,
        what + (confirmed.carried ? " is from the last return" : " is older than twelve months") +
            ": confirm it again.");
  }

  void check_requirement(const AskedRequirement& asked, const Section& section, const Item& item,
                         const WordsWanted& wanted, bool reason_required) {
    const std::string& code = asked.requirement->code;
    const std::string& name = asked.requirement->name;
    if (asked.answer == nullptr) {
      const bool later = is_promised(side_, section, item);
      findings_.note_answer_missing(item.code, later);
      const Severity severity = later ? Severity::promised : Severity::error;
      add(severity, asked.whole_local ? "no-local-answer" : "no-answer", code, item.code, code,
          asked.whole_local ? name + " is about " + engagement_.board.name +
                                  " itself, so it needs its own answer."
                            : name + " is not answered.");
      return;
    }
    const Answer& answer = *asked.answer;
    if (answer.not_applicable) {
      if (reason_required && answer.not_applicable_reason.empty()) {
        add(Severity::error, "no-reason", code, item.code, code,
            name + ": say why it does not apply.");
      }
    } else {
      const bool describes = any_text(answer, &Texts::describes);
      const bool knows = any_text(answer, &Texts::knows);
      if ((wanted.describes || wanted.knows) && !describes && !knows) {
        const bool later = is_promised(side_, section, item);
        findings_.note_answer_missing(item.code, later);
        const Severity severity = later ? Severity::promised : Severity::error;
        add(severity, "no-words", code, item.code, code, name + " has no words yet.");
      } else if (wanted.knows && !knows) {
        add(Severity::query, "no-knows", code, item.code, code,
            name + " does not say how you know.");
      } else if (wanted.describes && !describes) {
        add(Severity::query, "no-describes", code, item.code, code,
            name + " does not say how you meet this.");
      }
    }
    check_age(answer.confirmed, code, item.code, code, "Your answer on " + name);
    if (!asked.whole_local && !answer.confirmed.on && !answer.confirmed.carried) {
      add(Severity::error, "not-confirmed", code, item.code, code,
          "Your answer on " + name + " is a draft: confirm it first.");
    }
  }

  // What is missing, let pass where it was promised for later.
  Severity unless_promised(const Section& section, const Item& item) const {
    return is_promised(side_, section, item) ? Severity::promised : Severity::error;
  }

  void check_local_part(const AskedRequirement& asked, const Section& section, const Item& item) {
    const std::string& code = asked.requirement->code;
    const std::string& name = asked.requirement->name;
    if (asked.local != nullptr) {
      check_age(asked.local->confirmed, "local:" + code, item.code, code,
                "What you wrote on " + name + " for " + engagement_.board.area);
    }
    const bool demanded = asked.requirement->local == LocalKind::part;
    const bool applies = asked.answer == nullptr || !asked.answer->not_applicable;
    if (demanded && applies && (asked.local == nullptr || asked.local->texts.empty())) {
      add(unless_promised(section, item), "no-local-part", code, item.code, code,
          name + " needs a part for " + engagement_.board.name + ".");
    }
  }

  void check_residual(const AskedResidual& asked, const Section& section, const Item& item) {
    const ResidualAnswer* answer = asked.answer;
    if (answer != nullptr && answer->not_applicable) {
      if (answer->not_applicable_reason.empty()) {
        add(Severity::error, "no-reason", "item:" + item.code, item.code, "",
            "Say why the board's own question does not apply.");
      }
      return;
    }
    if (answer == nullptr || answer->text.empty()) {
      const auto severity = unless_promised(section, item);
      if (severity == Severity::promised) findings_.note_answer_missing(item.code, true);
      add(severity, "no-own-answer", item.code, item.code, "",
          "The board's own question is not answered: " + asked.residual->question);
    }
    const bool rated = frameworks::is_agency_rated(form_);
    if (rated && answer != nullptr && !answer->level) {
      add(Severity::error, "no-own-level", item.code, item.code, "",
          "The board's own question has no level: " + asked.residual->question);
    }
    if (answer != nullptr) {
      check_age(answer->confirmed, "item:" + item.code, item.code, "",
                "Your answer to the board's own question");
    }
  }

  const Engagement& engagement_;
  const Template& form_;
  const BoardSide& side_;
  Date today_;
  FindingList& findings_;
};

// A board that asks for what is particular to its area, and a section that says nothing of it.
void check_area(const Engagement& engagement, const Section& section, const Ask& ask,
                FindingList& findings) {
  if (!ask.mapped()) return;
  const bool local = std::any_of(ask.requirements.begin(), ask.requirements.end(),
                                 [](const AskedRequirement& asked) {
                                   return (asked.whole_local && asked.answer != nullptr) ||
                                          (asked.local != nullptr && !asked.local->texts.empty());
                                 });
  if (local) return;
  CopyFinding finding;
  finding.severity = Severity::query;
  finding.rule = "nothing-local";
  finding.key = "nothing-local:" + section.code;
  finding.message = "\"" + section.title + "\" says nothing about " + engagement.board.area +
                    ", and this board asks for local arrangements.";
  findings.add(std::move(finding));
}

}  // namespace

void check_answers(const Engagement& engagement, const FrameworkIndex& index,
                   const CommonSide& common, const BoardSide& side, Date today,
                   FindingList& findings) {
  AnswerChecks checks(engagement, side, today, findings);
  for (const Section& section : engagement.form->sections) {
    std::vector<const Item*> items;
    for (const Item& item : section.items) {
      items.push_back(&item);
      checks.check(section, item, ask_of(engagement, index, common, side, {&item}));
      if (live_mapping(engagement, item.code) != nullptr) continue;
      for (const auto& box : item.boxes) {
        const auto direct = side.direct.find(box.box_no);
        if (direct != side.direct.end()) checks.check_direct(direct->second, box.box_no, item.code);
      }
    }
    if (engagement.form->local_demanded) {
      check_area(engagement, section, ask_of(engagement, index, common, side, items), findings);
    }
  }
}

}  // namespace onereturn::mapping
