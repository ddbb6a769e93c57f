#include "domain/returns/answer_history.hpp"

#include <algorithm>

#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

mapping::Texts texts_of(const postgres::Row& row) {
  return {row.text_if("describes").value_or(""), row.text_if("knows").value_or(""),
          row.text_if("improve").value_or("")};
}

}  // namespace

AnswerHistory answer_history(postgres::AgencyTx& tx, const UnitId& unit,
                             const std::string& requirement) {
  AnswerHistory history;
  for (const auto row : tx.run(sql::answer_history, unit, requirement)) {
    AnswerVersion version;
    version.version = row.number("version");
    version.texts = texts_of(row);
    version.level = row.number_if("level");
    version.not_applicable = !row.is_null("na_reason");
    version.not_applicable_reason = row.text_if("na_reason").value_or("");
    version.confirmed = row.boolean("confirmed");
    version.inherited = row.view("mode") == "inherits";
    version.by = row.text_if("person_name").value_or("");
    version.at = row.instant("saved_at");
    version.stood_in = row.text_if("stood_in").value_or("");
    version.kept_beside = row.text_if("kept_beside").value_or("");
    history.versions.push_back(std::move(version));
  }
  const auto sent = tx.run(sql::sent_answer, unit, requirement);
  if (!sent.empty()) {
    history.sent = SentAnswer{texts_of(sent[0]), sent[0].number_if("level"),
                              !sent[0].is_null("na_reason"), sent[0].instant("submitted_at")};
  }
  return history;
}

std::optional<SaveAnswer> restore(const AnswerHistory& history, int version, const UnitId& unit,
                                  const std::string& requirement, const mapping::Answer& present) {
  const auto found =
      std::find_if(history.versions.begin(), history.versions.end(),
                   [&](const AnswerVersion& each) { return each.version == version; });
  if (found == history.versions.end()) return std::nullopt;
  SaveAnswer command;
  command.unit = unit;
  command.requirement = requirement;
  command.base_version = history.versions.front().version;
  command.level = present.level;
  command.not_applicable = present.not_applicable;
  command.not_applicable_reason = present.not_applicable_reason;
  command.texts = found->texts;
  command.part_texts = present.part_texts;
  command.parts = present.parts;
  command.confirm = false;
  return command;
}

}  // namespace onereturn::returns
