#include "domain/mapping/answers_format.hpp"

#include <set>

#include "domain/frameworks/support_format.hpp"
#include "domain/mapping/board_format.hpp"

namespace onereturn::mapping {

using frameworks::FrameworkIndex;
using frameworks::LocalKind;
using frameworks::unsound;

namespace {

constexpr const char* unsound_key = "answers-unsound";
constexpr const char* unsound_detail = "These answers cannot be used as they are.";

struct Cited {
  Evidence evidence;
  std::vector<std::string> granted;
  std::vector<std::pair<std::string, std::string>> boxes;  // board, box_no
};

Cited read_evidence(json::ObjectReader& reader) {
  Cited cited;
  cited.evidence.id = frameworks::read_code(reader, "id");
  cited.evidence.title = reader.text("title");
  cited.evidence.kept_where = reader.optional_text("kept_where");
  cited.evidence.effective_on = read_optional_date(reader, "effective_on");
  for (std::string& code : reader.optional_texts("requirements")) {
    cited.evidence.requirements.insert(std::move(code));
  }
  reader.optional_objects("boxes", [&](json::ObjectReader& box) {
    cited.boxes.emplace_back(box.text("board"), box.text("box_no"));
  });
  cited.granted = reader.texts("granted");
  return cited;
}

// Each board gets only what was granted to it, and only its own boxes' names.
void grant(const Cited& cited, const std::string& path, AnswerFile& file, json::Faults& faults) {
  for (const std::string& code : cited.granted) {
    bool known = false;
    for (BoardEntry& entry : file.boards) {
      if (entry.board.code != code) continue;
      known = true;
      Evidence own = cited.evidence;
      for (const auto& [board, box_no] : cited.boxes) {
        if (board == code) own.boxes.insert(box_no);
      }
      entry.side.evidence.push_back(std::move(own));
    }
    if (!known) faults.add(path + "/granted", "board \"" + code + "\" is not in this file");
  }
}

void read_whole(json::ObjectReader& reader, AnswerFile& file, std::vector<Cited>& cited) {
  frameworks::read_format(reader, "onereturn.answers/1");
  file.about = reader.optional_text("about");
  file.framework = frameworks::read_ref(reader, "framework");
  file.agency = frameworks::read_code(reader, "agency");
  file.as_of = read_date(reader, "as_of");
  for (auto& [key, value] : reader.text_map("profile")) {
    file.common.profile.emplace(key, std::move(value));
  }
  reader.objects("answers", [&](json::ObjectReader& member) {
    read_answer_into(member, file.common.answers);
  });
  reader.optional_objects("commitments", [&](json::ObjectReader& member) {
    file.common.commitments.push_back(read_commitment(member, false));
  });
  reader.optional_objects(
      "evidence", [&](json::ObjectReader& member) { cited.push_back(read_evidence(member)); });
  std::set<std::string> boards;
  reader.objects("boards", [&](json::ObjectReader& member) {
    BoardEntry entry = read_board(member);
    if (!boards.insert(entry.board.code).second) member.refuse("board", "stands twice");
    file.boards.push_back(std::move(entry));
  });
}

class AgainstFramework {
 public:
  explicit AgainstFramework(const FrameworkIndex& index) : index_(index) {}

  void check(const std::map<std::string, Answer>& answers, bool whole, const std::string& path) {
    for (const auto& [code, answer] : answers) {
      const std::string at = path + "/" + code;
      const auto* requirement = known(code, at);
      if (requirement == nullptr) continue;
      if ((requirement->local == LocalKind::whole) != whole) {
        errors.push_back({at, whole ? "is not wholly local: it has one answer for all boards"
                                    : "is wholly local: it is answered board by board"});
      }
      const std::set<std::string> own(requirement->facets.begin(), requirement->facets.end());
      for (const auto& [facet, range] : answer.parts)
        check_part(facet, own, at + "/parts");
      for (const auto& [facet, texts] : answer.part_texts) {
        check_part(facet, own, at + "/part_texts");
      }
    }
  }

  const frameworks::Requirement* known(const std::string& code, const std::string& at) {
    const auto* requirement = index_.requirement(code);
    if (requirement == nullptr) errors.push_back({at, "the framework has no such requirement"});
    return requirement;
  }

  std::vector<FieldError> errors;

 private:
  void check_part(const std::string& facet, const std::set<std::string>& own,
                  const std::string& at) {
    if (!own.contains(facet)) errors.push_back({at, "\"" + facet + "\" is not a part of it"});
  }

  const FrameworkIndex& index_;
};

}  // namespace

Result<AnswerFile> read_answers(std::string_view text) {
  AnswerFile file;
  std::vector<Cited> cited;
  auto faults = frameworks::read_document(
      text, [&](json::ObjectReader& reader) { read_whole(reader, file, cited); });
  json::Faults grants;
  for (std::size_t i = 0; i < cited.size(); ++i) {
    grant(cited[i], "/evidence/" + std::to_string(i), file, grants);
  }
  faults.insert(faults.end(), grants.list().begin(), grants.list().end());
  if (!faults.empty()) return unsound(unsound_key, unsound_detail, faults);
  return file;
}

std::vector<FieldError> check_answers_against(const AnswerFile& answers,
                                              const FrameworkIndex& index) {
  AgainstFramework against(index);
  if (answers.framework != index.framework().ref) {
    against.errors.push_back({"/framework", "is not the framework at hand"});
  }
  against.check(answers.common.answers, false, "/answers");
  for (const BoardEntry& entry : answers.boards) {
    const std::string at = "/boards/" + entry.board.code;
    against.check(entry.side.whole, true, at + "/whole");
    for (const auto& [code, part] : entry.side.parts) {
      const auto* requirement = against.known(code, at + "/parts/" + code);
      if (requirement != nullptr && requirement->local == LocalKind::whole) {
        against.errors.push_back(
            {at + "/parts/" + code, "is wholly local: it has no common answer"});
      }
    }
  }
  return std::move(against.errors);
}

}  // namespace onereturn::mapping
