#include "unit/pages/sample.hpp"

#include <fstream>
#include <sstream>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/returns/asked.hpp"

namespace onereturn::gateway::sample {
namespace {

using namespace std::chrono;

std::string content(const std::string& path) {
  std::ifstream file(std::string(ONERETURN_SOURCE_DIR) + "/schemas/content/" + path);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

constexpr Date today = 2027y / March / 16;

std::string uuid(int number) {
  auto tail = std::to_string(number);
  return "00000000-0000-4000-8000-" + std::string(12 - tail.size(), '0') + tail;
}

struct BoardSeed {
  const char* code;
  const char* area;
  const char* mark;
  Date due_on;
};

returns::Engaged engaged(const BoardSeed& seed, int number) {
  returns::Engaged board;
  board.request = RequestId(uuid(100 + number));
  const auto name = std::string(seed.area) + " Safeguarding Children Board";
  board.board = {BoardId(uuid(200 + number)), name, seed.area, seed.mark};
  board.unit = UnitId(uuid(1));
  board.unit_name = "Thornmere Constabulary";
  board.audit_name = "Section 11 return 2027";
  board.due_on = seed.due_on;
  const auto file = std::string(seed.code) + "-s11-1.json";
  board.form = std::make_shared<frameworks::Template>(
      frameworks::read_template(content("templates/" + file)).value());
  board.mapping = std::make_shared<frameworks::Mapping>(
      frameworks::read_mapping(content("mappings/" + file)).value());
  board.identity = {uuid(200 + number), name, seed.area, {}, {}};
  return board;
}

mapping::Confirmation confirmed() { return {"Dee Okafor", 2027y / March / 3, 2, false}; }

// Levels in turn, so that every scale shows every point.
mapping::Answer answer(const frameworks::Requirement& requirement, int number) {
  mapping::Answer answer;
  answer.level = (number * 7 + 3) % 5;
  answer.texts.describes = "We " + requirement.statement +
                           "\n\nThe deputy chief officer reads the figures each quarter.";
  answer.texts.knows = "In January we asked 1,240 of our staff; 91% could say how.";
  if (number % 3 == 0) answer.texts.improve = "Reach the night shifts <better> & sooner.";
  answer.confirmed = confirmed();
  return answer;
}

void answer_most(returns::Workspace& workspace) {
  int number = 0;
  for (const auto& requirement : workspace.framework->requirements) {
    ++number;
    if (requirement.local == frameworks::LocalKind::whole || number % 6 == 5) continue;
    workspace.common.answers[requirement.code] = answer(requirement, number);
    workspace.saved_at[requirement.code] = sys_days{today} + hours{14} + minutes{32};
  }
  auto& stopped = workspace.common.answers.begin()->second;
  stopped.not_applicable = true;
  stopped.level.reset();
  stopped.not_applicable_reason = "We have no staff who work with children alone.";
}

returns::KeptCommitment commitment(const std::string& requirement) {
  returns::KeptCommitment kept;
  kept.commitment = CommitmentId(uuid(300));
  kept.words = {uuid(300),
                "A leaflet that a child of 8 can read",
                "With our youth advisers",
                "Sgt Marcus Venn",
                2027y / June / 30,
                "Information for children",
                "Children know how to complain",
                {{requirement, "", ""}}};
  return kept;
}

}  // namespace

returns::Workspace police() {
  returns::Workspace workspace;
  workspace.unit = UnitId(uuid(1));
  workspace.unit_name = "Thornmere Constabulary";
  workspace.units = {{workspace.unit, workspace.unit_name, 5}};
  workspace.today = today;
  workspace.framework = std::make_shared<frameworks::Framework>(
      frameworks::read_framework(content("frameworks/section11-2.json")).value());
  const BoardSeed seeds[] = {{"eldervale", "Eldervale", "EL", 2027y / April / 9},
                             {"harrowmere", "Harrowmere", "HA", 2027y / April / 30},
                             {"kingsreach", "Kingsreach", "KR", 2027y / April / 30},
                             {"tarnbridge", "Tarnbridge", "TA", 2027y / April / 30},
                             {"westmarch", "Westmarch", "WE", 2027y / May / 28}};
  int number = 0;
  for (const auto& seed : seeds)
    workspace.boards.push_back(engaged(seed, ++number));
  returns::index_asked(workspace);
  answer_most(workspace);
  workspace.common.profile = {{"agency.name", workspace.unit_name}};
  const auto& first = workspace.framework->requirements.front().code;
  workspace.commitments.push_back(commitment(first));
  workspace.common.commitments.push_back(workspace.commitments.front().words);
  returns::KeptEvidence kept;
  kept.evidence = EvidenceId(uuid(400));
  kept.title = "Complaints log, quarter 3";
  kept.kept_where = "Professional Standards, Room 2.14";
  kept.requirements = {first};
  kept.granted = {workspace.boards.front().board.board};
  workspace.evidence.push_back(std::move(kept));
  return workspace;
}

returns::Workspace school() {
  auto workspace = police();
  workspace.way = mapping::Way::own_form;
  workspace.unit_name = "Thistle Row Primary School";
  workspace.boards.resize(1);
  returns::index_asked(workspace);
  workspace.common = {};
  workspace.evidence.clear();
  workspace.commitments.clear();
  auto& board = workspace.boards.front();
  board.unit_name = workspace.unit_name;
  for (int section = 0; section < 4; ++section) {
    for (const auto& item : board.form->sections[static_cast<std::size_t>(section)].items) {
      for (const auto& box : item.boxes) {
        mapping::DirectBox direct;
        if (box.content == frameworks::BoxContent::rating) {
          direct.point = section == 1 ? "amber" : "green";
        } else {
          direct.text = "Our head teacher leads on this and tells the governors each term.";
        }
        direct.confirmed = confirmed();
        board.side.direct[box.box_no] = direct;
      }
    }
  }
  return workspace;
}

}  // namespace onereturn::gateway::sample
