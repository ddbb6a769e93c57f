#include <array>
#include <map>
#include <memory>
#include <stdexcept>

#include "tools/bench/https_client.hpp"
#include "tools/bench/reading.hpp"
#include "tools/bench/scenarios.hpp"
#include "tools/bench/sql.hpp"

namespace onereturn::bench {
namespace {

constexpr int connections = 8;
constexpr int agencies_apart = 400;   // each connection works for an agency of its own
constexpr int first_filled = 7;       // the seed filled in the form of every tenth agency
constexpr int first_straight = 3207;  // of those too, and of nobody else here
constexpr int an_empty_agency = 8;

// How often a text of the seed stands in an answer: each box has one.
int texts_in(const std::string& body) {
  const std::string begins = "Our policy of ";
  int count = 0;
  for (auto at = body.find(begins); at != std::string::npos; at = body.find(begins, at + 1))
    ++count;
  return count;
}

// One form: its address in the API, and how many boxes each section has.
struct Form {
  std::string address;
  std::vector<std::pair<std::string, int>> sections;
  int boxes = 0;

  Form(const Arguments& arguments, int agency) {
    Straight database(arguments.database);
    const auto number = std::to_string(agency);
    address = "/api/v1/requests/" +
              database.execute(
                  "select request_id from tenant.request where agency_id = "
                  "bench.agency(" +
                  number + ")")[0][0] +
              "/form";
    for (const auto& row : database.execute(
             "select split_part(box_no, '.', 1), count(*) from tenant.board_box where tenant_id = "
             "bench.agency(" +
             number + ") group by 1 order by 1")) {
      sections.emplace_back(row[0], std::stoi(row[1]));
      boxes += std::stoi(row[1]);
    }
  }
};

void check(const HttpsAnswer& answer, int texts, const std::string& end) {
  if (answer.status != 200 || texts_in(answer.body) != texts || !answer.body.ends_with(end)) {
    throw std::runtime_error("a read answered " + std::to_string(answer.status) + " with " +
                             std::to_string(texts_in(answer.body)) + " texts instead of " +
                             std::to_string(texts));
  }
}

struct HttpsReader {
  HttpsClient client;
  std::string token;
  Form form;

  HttpsReader(const Arguments& arguments, int agency)
      : client(arguments.host, arguments.port, arguments.ca_file),
        token(token_of("lead", agency)),
        form(arguments, agency) {}

  std::size_t read_page(std::int64_t count) {
    const auto& [section, boxes] =
        form.sections[static_cast<std::size_t>(count) % form.sections.size()];
    const auto answer = client.page("/form/" + section, token);
    check(answer, boxes, "</html>\n");
    return answer.body.size();
  }
  std::size_t read_json(std::int64_t) {
    const auto answer = client.send("GET", form.address, token);
    check(answer, form.boxes, "}");
    return answer.body.size();
  }
};

using Read = std::size_t (HttpsReader::*)(std::int64_t);

// The statements of each page of one agency: a section each, or the whole form.
std::vector<std::vector<Asked>> pages_of(const Arguments& arguments, int agency, bool whole) {
  std::vector<std::vector<Asked>> pages;
  if (whole) return {statements_of(arguments, {agency, ""})};
  for (const auto& [section, boxes] : Form(arguments, agency).sections)
    pages.push_back(statements_of(arguments, {agency, section}));
  return pages;
}

struct StraightSide {
  StraightReader reader;
  Straight lean;
  std::string token_hash;
  std::size_t pages;

  StraightSide(const Arguments& arguments, int agency, bool whole)
      : reader(arguments, pages_of(arguments, agency, whole)),
        lean(arguments.database + " user=gateway"),
        token_hash(statements_of(arguments, {agency, ""})[0].params[0].value()),
        pages(pages_of(arguments, agency, whole).size()) {
    lean.prepare("lean", sql::read_form.text);
  }
  void read(std::int64_t count) { reader.read(static_cast<std::size_t>(count) % pages); }
  void read_lean() {
    if (lean.run("lean", {token_hash}).empty()) throw std::runtime_error("a lean read was empty");
  }
};

// Statements of one request; throws when a form that is filled in takes more than an empty one, or
// than the straight side runs.
int counted_statements(const Arguments& arguments, Read read, std::size_t straight) {
  HttpsReader filled(arguments, first_filled);
  HttpsReader empty(arguments, an_empty_agency);
  empty.form.sections = {{filled.form.sections[0].first, 0}};
  (filled.*read)(0);
  (empty.*read)(0);
  StatementCounter counter(arguments);
  const auto count = [&](HttpsReader& reader) {
    counter.restart();
    (reader.*read)(0);
    return counter.statements();
  };
  const int of_filled = count(filled);
  if (of_filled != count(empty) || of_filled != static_cast<int>(straight)) {
    throw std::runtime_error("a read runs " + std::to_string(of_filled) +
                             " statements, an empty one " + std::to_string(count(empty)) +
                             ", the straight side " + std::to_string(straight));
  }
  return of_filled;
}

Comparison read_form(const Arguments& arguments, const std::string& name, Read read, bool whole) {
  const Watched watched{{arguments.gateway_pid}, arguments.postmaster_pid};
  const std::chrono::milliseconds warm_up(arguments.warm_up_ms);
  const std::chrono::milliseconds length(arguments.round_ms);
  std::vector<std::unique_ptr<HttpsReader>> https;
  std::vector<std::unique_ptr<StraightSide>> straight;
  for (int at = 0; at < connections; ++at) {
    https.push_back(std::make_unique<HttpsReader>(arguments, first_filled + agencies_apart * at));
    straight.push_back(
        std::make_unique<StraightSide>(arguments, first_straight + agencies_apart * at, whole));
  }
  Comparison comparison{name, {"HTTPS", {}}, {"straight", {}}, 0};
  Figures lean{"lean", {}};
  const auto round = [&](const auto& operation) {
    return timed_round(watched, connections, warm_up, length, operation);
  };
  const auto at = [](int thread) { return static_cast<std::size_t>(thread); };
  for (int rounds = 0; rounds < arguments.rounds; ++rounds) {
    comparison.limit.rounds.push_back(
        round([&](int thread, std::int64_t count) { straight[at(thread)]->read(count); }));
    comparison.service.rounds.push_back(
        round([&](int thread, std::int64_t count) { (*https[at(thread)].*read)(count); }));
    lean.rounds.push_back(
        round([&](int thread, std::int64_t) { straight[at(thread)]->read_lean(); }));
  }
  comparison.ratio = comparison.service.per_second() / comparison.limit.per_second();
  const auto asked = statements_of(arguments, {first_filled, whole ? "" : "1"}).size();
  comparison.facts = {
      {"statements", counted_statements(arguments, read, asked)},
      {"bytes", static_cast<double>((*https[0].*read)(0))},
      {"boxes alone, a second", lean.per_second()},
      {"ratio to the boxes alone", comparison.service.per_second() / lean.per_second()}};
  return comparison;
}

}  // namespace

Comparison read_return_page(const Arguments& arguments) {
  return read_form(arguments, "read return page", &HttpsReader::read_page, false);
}

Comparison read_return_json(const Arguments& arguments) {
  return read_form(arguments, "read return JSON", &HttpsReader::read_json, true);
}

}  // namespace onereturn::bench
