#include "functional/paper/sample.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <stdlib.h>
#include <unistd.h>

namespace onereturn::testing {
namespace {

using namespace documents;

// Bars of one colour with their figures beside them, as our own pictures are drawn.
std::string bars() {
  struct Bar {
    const char* name;
    int share;
  };
  constexpr std::array<Bar, 4> shown = {
      {{"Schools", 95}, {"Health", 85}, {"Police", 100}, {"Voluntary", 52}}};
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 160\" width=\"640\" "
      "height=\"160\" font-family=\"Open Sans, sans-serif\" font-size=\"15\">";
  int top = 8;
  for (const auto& bar : shown) {
    const auto y = std::to_string(top);
    const auto width = std::to_string(bar.share * 4);
    svg += "<rect x=\"130\" y=\"" + y + "\" width=\"" + width +
           "\" height=\"24\" fill=\"#0b4f5c\"/><text x=\"120\" y=\"" + std::to_string(top + 17) +
           "\" text-anchor=\"end\">" + bar.name + "</text><text x=\"" +
           std::to_string(bar.share * 4 + 138) + "\" y=\"" + std::to_string(top + 17) + "\">" +
           std::to_string(bar.share) + "%</text>";
    top += 38;
  }
  return svg + "</svg>";
}

Table participation() {
  Table table;
  table.caption = "Who took part";
  table.name = "participation";
  table.columns = {{"Sector", 4}, {"Asked", 1}, {"Answered", 1}, {"Of those asked", 2}};
  table.first_is_heading = true;
  table.rows = {{cell("Schools"), cell("60"), cell("57"), cell("95%")},
                {cell("Health"), cell("20"), cell("17"), cell("85%")},
                {cell("Police"), cell("4"), cell("4"), cell("100%")},
                {cell("Voluntary"), cell("25"), cell("13"), cell("52%")}};
  return table;
}

Table plan() {
  Table table;
  table.caption = "Improvement plan: what is to be done";
  table.name = "improvement-plan";
  table.columns = {{"No", 1}, {"What, and how", 5}, {"Who leads", 3}, {"By", 2}, {"Status", 2}};
  table.first_is_heading = true;
  const std::array<const char*, 4> states = {"Off target", "Off target, with remedy", "On target",
                                             "Complete"};
  for (int number = 1; number <= 18; ++number) {
    Cell what;
    what.paragraphs = {
        {{{.text = "All sessional staff in the supervision calendar", .strong = true}}, ""},
        plain("Notes within a week of each session, kept with the rota and read by the lead.")};
    table.rows.push_back({cell(std::to_string(number)), what,
                          cell(number % 3 == 0 ? "Llŷr Ŵyn-Jones, Ysgol Gyfun Gŵyr"
                                               : "Rae Dunmore, Fenwick Lane Youth Trust"),
                          cell("30 April 2027"),
                          cell(states[static_cast<std::size_t>(number) % states.size()])});
  }
  return table;
}

}  // namespace

Document overview() {
  Document document;
  document.title = "Section 11 overview report 2027";
  document.subtitle = "How agencies in Harrowmere keep children safe";
  document.look.name = "Harrowmere Safeguarding Children Board";
  document.record = "HA-OV-2027-01";
  document.check_value = "c41f 9a07 22be";
  document.standing = "Signed off 4 May 2027";
  document.verify_url = "https://onereturn.example/verify";
  Paragraph answered{{{.text = "Of 109 organisations asked, "},
                      {.text = "91 answered", .strong = true},
                      {.text = ", which is 83%.", .note = "Counted on 30 April 2027."},
                      {.text = " Three standards need work in more than a third of them."}},
                     ""};
  document.blocks = {
      Heading{2, "Summary", "summary"},
      answered,
      plain("Supervision is the weakest standard, as it was in the cycle before. Agencies that "
            "answered for several sites answered for each of them."),
      List{false,
           {{plain("Supervision of sessional staff is not written down in 31 of 91.")},
            {plain("Allegations are handled well in 88 of 91.")},
            {plain("Volunteers begin before their induction in 12 of 40.")}}},
      Heading{2, "Participation", "participation"},
      Picture{bars(), "Response rate: schools 95%, health 85%, police 100%, voluntary 52%",
              "Response rate by sector, April 2027"},
      participation(),
      Heading{3, "Names as they are written", "names"},
      Paragraph{{{.text = "Mae Llŷr Ŵyn-Jones o Ysgol Gyfun Gŵyr wedi ateb."}}, "cy"},
      Paragraph{{{.text = "أجابت مؤسسة النور عن كل الأسئلة."}}, "ar"},
      Heading{2, "Recommendations", "recommendations"},
      List{true,
           {{plain("The board asks every agency to keep a supervision calendar.")},
            {plain("The training group plans a course for volunteers by September.")}}},
      PageBreak{},
      Heading{2, "Improvement plan", "plan"},
      plan(),
      Heading{2, "Signed off", "signed"},
      SignOffs{{{"Independent chair", "Dr Anselm Reid", "4 May 2027"}, {"Board manager", "", ""}}}};
  return document;
}

Document register_of(int rows) {
  Document document;
  document.title = "Register of returns";
  document.look.name = "Harrowmere Safeguarding Children Board";
  Table table;
  table.caption = "Every return of the cycle";
  table.name = "register";
  table.columns = {{"Organisation", 4}, {"Due", 2}, {"Arrived", 2}, {"Standing", 2}};
  table.first_is_heading = true;
  for (int row = 1; row <= rows; ++row) {
    table.rows.push_back({cell("Organisation " + std::to_string(row)), cell("31 March 2027"),
                          cell("28 March 2027"), cell("evaluated")});
  }
  document.blocks = {Heading{2, "Register", "register"}, table};
  return document;
}

std::string said_by(const std::string& command) {
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "re");
  if (pipe == nullptr) throw std::runtime_error("no shell");
  std::string said;
  std::array<char, 4096> bytes{};
  for (std::size_t count = 0; (count = ::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;)
    said.append(bytes.data(), count);
  if (::pclose(pipe) != 0) throw std::runtime_error(command + ": " + said);
  return said;
}

Kept::Kept(const std::string& bytes, const std::string& ending) {
  path_ = (std::filesystem::temp_directory_path() / ("paper-test-XXXXXX." + ending)).string();
  const int file = ::mkstemps(path_.data(), static_cast<int>(ending.size()) + 1);
  if (file < 0) throw std::runtime_error("no file");
  ::close(file);
  std::ofstream{path_, std::ios::binary} << bytes;
}

Kept::~Kept() { std::filesystem::remove(path_); }

}  // namespace onereturn::testing
