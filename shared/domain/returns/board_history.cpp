#include "domain/returns/board_history.hpp"

#include <algorithm>

#include "domain/returns/answer_rules.hpp"
#include "domain/returns/box_store.hpp"
#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

template <class Version>
const Version* find(const std::vector<Version>& history, int version) {
  const auto found = std::find_if(history.begin(), history.end(),
                                  [&](const Version& each) { return each.version == version; });
  return found == history.end() ? nullptr : &*found;
}

template <class Version>
void read_version(const postgres::Row& row, Version& version) {
  version.version = row.number("version");
  version.level = row.number_if("level");
  version.not_applicable = !row.is_null("na_reason");
  version.not_applicable_reason = row.text_if("na_reason").value_or("");
  version.confirmed = row.boolean("confirmed");
  version.by = row.text_if("person_name").value_or("");
  version.at = row.instant("saved_at");
}

}  // namespace

Result<std::vector<BoxVersion>> box_history(postgres::AgencyTx& tx, const RequestId& request,
                                            BoxKind kind, const std::string& key) {
  const auto open = find_open_request(tx, request);
  if (!open) return answer_not_found();
  std::vector<BoxVersion> history;
  for (const auto row :
       tx.run(sql::box_history, open->engaged.unit, request, key, to_string(kind))) {
    BoxVersion version;
    read_version(row, version);
    version.text = row.text("text");
    version.point = row.text_if("point").value_or("");
    history.push_back(std::move(version));
  }
  return history;
}

Result<std::vector<AnswerVersion>> board_answer_history(postgres::AgencyTx& tx,
                                                        const RequestId& request,
                                                        const std::string& requirement) {
  const auto open = find_open_request(tx, request);
  if (!open) return answer_not_found();
  std::vector<AnswerVersion> history;
  for (const auto row : tx.run(sql::board_answer_history, open->engaged.unit,
                               open->engaged.board.board, requirement)) {
    AnswerVersion version;
    read_version(row, version);
    version.texts = {row.text("describes"), row.text("knows"), row.text("improve")};
    history.push_back(std::move(version));
  }
  return history;
}

std::optional<SaveBox> restore(const std::vector<BoxVersion>& history, int version,
                               const RequestId& request, BoxKind kind, const std::string& key) {
  const auto* earlier = find(history, version);
  if (earlier == nullptr) return std::nullopt;
  SaveBox command;
  command.request = request;
  command.kind = kind;
  command.key = key;
  command.base_version = history.front().version;
  command.text = earlier->text;
  command.level = earlier->level;
  command.point = earlier->point;
  command.not_applicable = earlier->not_applicable;
  command.reason = earlier->not_applicable_reason;
  command.confirm = false;
  return command;
}

std::optional<SaveBoardAnswer> restore(const std::vector<AnswerVersion>& history, int version,
                                       const RequestId& request, const std::string& requirement) {
  const auto* earlier = find(history, version);
  if (earlier == nullptr) return std::nullopt;
  SaveBoardAnswer command;
  command.request = request;
  command.requirement = requirement;
  command.base_version = history.front().version;
  command.level = earlier->level;
  command.not_applicable = earlier->not_applicable;
  command.not_applicable_reason = earlier->not_applicable_reason;
  command.texts = earlier->texts;
  command.confirm = false;
  return command;
}

}  // namespace onereturn::returns
