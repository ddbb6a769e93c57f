#include <stdexcept>

#include "tools/bench/https_client.hpp"
#include "tools/bench/reading.hpp"
#include "tools/bench/scenarios.hpp"

namespace onereturn::bench {
namespace {

constexpr int agency = 60005;
constexpr std::size_t boards = 5;

std::vector<std::string> addresses(const Arguments& arguments) {
  Straight database(arguments.database);
  std::vector<std::string> all;
  for (const auto& row :
       database.execute("select request_id from tenant.request where agency_id = bench.agency(" +
                        std::to_string(agency) + ") order by 1")) {
    all.push_back("/boards/" + row[0] + "/copy");
  }
  if (all.size() != boards) throw std::runtime_error("the seed asks that agency by five boards");
  return all;
}

// All five, one after another, as somebody does who looks before sending.
void look_at_all(HttpsClient& client, const std::vector<std::string>& pages) {
  for (const auto& address : pages) {
    const auto answer = client.page(address, token_of("lead", agency));
    const bool whole = answer.body.find("Our policy of ") != std::string::npos &&
                       answer.body.ends_with("</html>\n");
    if (answer.status != 200 || !whole) {
      throw std::runtime_error("a preview answered " + std::to_string(answer.status));
    }
  }
}

}  // namespace

Comparison preview_five_boards(const Arguments& arguments) {
  const Watched watched{{arguments.gateway_pid}, arguments.postmaster_pid};
  const std::chrono::milliseconds warm_up(arguments.warm_up_ms);
  const std::chrono::milliseconds length(arguments.round_ms);
  const auto pages = addresses(arguments);
  const auto asked = statements_of(arguments, {agency, ""});
  HttpsClient client(arguments.host, arguments.port, arguments.ca_file);
  StraightReader straight(arguments, {asked});
  Comparison comparison{"preview of five boards", {"HTTPS", {}}, {"straight", {}}, 0};
  for (int round = 0; round < arguments.rounds; ++round) {
    comparison.limit.rounds.push_back(
        timed_round(watched, 1, warm_up, length, [&](int, std::int64_t) {
          for (std::size_t board = 0; board < boards; ++board)
            straight.read(0);
        }));
    comparison.service.rounds.push_back(timed_round(
        watched, 1, warm_up, length, [&](int, std::int64_t) { look_at_all(client, pages); }));
  }
  comparison.ratio = comparison.service.per_second() / comparison.limit.per_second();
  StatementCounter counter(arguments);
  counter.restart();
  look_at_all(client, pages);
  comparison.facts = {{"ms for all five", 1000 / comparison.service.per_second()},
                      {"statements for all five", counter.statements()}};
  return comparison;
}

}  // namespace onereturn::bench
