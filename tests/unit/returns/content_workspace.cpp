#include "content_workspace.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/home_view.hpp"

namespace onereturn::returns {

namespace {

std::string read(const std::string& path) {
  std::ifstream file(std::string(ONERETURN_SOURCE_DIR) + "/schemas/content/" + path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Date day(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

}  // namespace

RequestId request_of(const std::string& board) { return RequestId("request of " + board); }

Engaged& board_in(Workspace& workspace, const std::string& board) {
  for (auto& engaged : workspace.boards) {
    if (engaged.request == request_of(board)) return engaged;
  }
  throw std::runtime_error("no board " + board);
}

Workspace content_workspace(const std::vector<std::string>& boards) {
  Workspace workspace;
  workspace.unit = UnitId("the whole");
  workspace.today = day(2027, 3, 16);
  workspace.way = boards.size() > 1 ? mapping::Way::canonical : mapping::Way::own_form;
  workspace.framework = std::make_shared<frameworks::Framework>(
      *frameworks::read_framework(read("frameworks/section11-2.json")));
  for (const auto& code : boards) {
    Engaged engaged;
    engaged.request = request_of(code);
    engaged.board = {BoardId(code), code + " board", code, code.substr(0, 2)};
    engaged.unit = workspace.unit;
    engaged.due_on = day(2027, 5, 28);
    engaged.identity = {code, code + " board", code, {}, {}};
    engaged.form = std::make_shared<frameworks::Template>(
        *frameworks::read_template(read("templates/" + code + "-s11-1.json")));
    engaged.mapping = std::make_shared<frameworks::Mapping>(
        *frameworks::read_mapping(read("mappings/" + code + "-s11-1.json")));
    workspace.boards.push_back(std::move(engaged));
  }
  index_asked(workspace);
  return workspace;
}

void answer_all(Workspace& workspace, int level) {
  for (const auto* requirement : asked_once(workspace)) {
    mapping::Answer answer;
    answer.level = level;
    answer.texts = {"How we meet " + requirement->code, "How we know " + requirement->code, ""};
    answer.confirmed = {"Dee Okafor", day(2027, 3, 9), 1, false};
    workspace.common.answers[requirement->code] = std::move(answer);
  }
}

}  // namespace onereturn::returns
