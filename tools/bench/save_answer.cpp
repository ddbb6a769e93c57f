#include <array>
#include <map>
#include <memory>
#include <stdexcept>

#include "domain/returns/sql.hpp"
#include "tools/bench/https_client.hpp"
#include "tools/bench/scenarios.hpp"
#include "tools/bench/straight.hpp"

namespace onereturn::bench {
namespace {

constexpr int connections = 8;
constexpr int agencies_apart = 400;  // each connection works for an agency of its own

// Some hundred words, as people write.
std::string words(std::int64_t count) {
  std::string text = "Saved " + std::to_string(count) + " times. ";
  for (int sentence = 0; sentence < 6; ++sentence) {
    text +=
        "Managers look at the figures each quarter and ask children what has changed for them. ";
  }
  return text;
}

int agency_of(int thread, bool straight) {
  return 1 + agencies_apart * (thread + (straight ? connections : 0));
}

// What one agency has answered, and the version each answer stands at.
class Answers {
 public:
  Answers(const Arguments& arguments, int agency) {
    Straight database(arguments.database);
    for (auto& row : database.execute("select requirement_code, version from tenant.answer "
                                      "where tenant_id = bench.agency(" +
                                      std::to_string(agency) + ") order by 1")) {
      codes_.push_back(row[0]);
      versions_.push_back(std::stoi(row[1]));
    }
  }

  std::size_t at(std::int64_t count) const {
    return static_cast<std::size_t>(count) % codes_.size();
  }
  const std::string& code(std::int64_t count) const { return codes_[at(count)]; }
  int& version(std::int64_t count) { return versions_[at(count)]; }

 private:
  std::vector<std::string> codes_;
  std::vector<int> versions_;
};

struct HttpsSide {
  HttpsClient client;
  std::string token;
  Answers answers;

  void save(std::int64_t count) {
    const int version = answers.version(count);
    const auto answer = client.send(
        "PUT", "/api/v1/answers/" + answers.code(count), token,
        R"({"version":)" + std::to_string(version) + R"(,"level":3,"describes":")" + words(count) +
            R"(","knows":")" + words(count + 1) + R"(","confirm":true})");
    if (answer.status != 200 ||
        answer.body.find(R"("version":)" + std::to_string(version + 1)) == std::string::npos) {
      throw std::runtime_error("a save answered " + std::to_string(answer.status) + ": " +
                               answer.body.substr(0, 300));
    }
    ++answers.version(count);
  }
};

struct StraightSide {
  Straight database;
  std::string agency;
  std::string token_hash;
  Answers answers;

  void save(std::int64_t count) {
    const int version = answers.version(count);
    const auto rows =
        database.run("save", {token_hash, agency, answers.code(count), std::to_string(version), "3",
                              std::nullopt, "true", "{describes,knows}", "{\"\",\"\"}",
                              "{\"" + words(count) + "\",\"" + words(count + 1) + "\"}",
                              std::nullopt, std::nullopt, std::nullopt, "bench", "now"});
    if (rows.size() != 1 || rows[0][0] != "t") {
      throw std::runtime_error("a straight save did not save");
    }
    ++answers.version(count);
  }
};

std::vector<std::unique_ptr<HttpsSide>> https_sides(const Arguments& arguments) {
  std::vector<std::unique_ptr<HttpsSide>> sides;
  for (int thread = 0; thread < connections; ++thread) {
    sides.push_back(std::make_unique<HttpsSide>(HttpsSide{
        HttpsClient(arguments.host, arguments.port, arguments.ca_file),
        token_of("lead", agency_of(thread, false)), Answers(arguments, agency_of(thread, false))}));
  }
  return sides;
}

std::vector<std::unique_ptr<StraightSide>> straight_sides(const Arguments& arguments) {
  std::vector<std::unique_ptr<StraightSide>> sides;
  for (int thread = 0; thread < connections; ++thread) {
    const int number = agency_of(thread, true);
    const auto agency = std::to_string(number);
    Straight database(arguments.database + " user=gateway");
    database.prepare("save", returns::sql::save_answer.text);
    Straight owner(arguments.database);
    const auto facts = owner.execute("select bench.agency(" + agency + "), sha256(convert_to('" +
                                     token_of("lead", number) + "', 'UTF8'))");
    sides.push_back(std::make_unique<StraightSide>(
        StraightSide{std::move(database), facts[0][0], facts[0][1], Answers(arguments, number)}));
  }
  return sides;
}

}  // namespace

std::string token_of(const std::string& role, int agency) {
  constexpr std::size_t token_length = 43;
  std::string token = "bench-" + role + "-" + std::to_string(agency);
  token.resize(token_length, '-');
  return token;
}

Comparison save_answer(const Arguments& arguments) {
  const Watched watched{{arguments.gateway_pid}, arguments.postmaster_pid};
  const std::chrono::milliseconds warm_up(arguments.warm_up_ms);
  const std::chrono::milliseconds length(arguments.round_ms);
  auto https = https_sides(arguments);
  auto straight = straight_sides(arguments);
  std::array<std::int64_t, connections> https_done{};
  std::array<std::int64_t, connections> straight_done{};
  Comparison comparison{"save one answer", {"HTTPS", {}}, {"straight", {}}, 0};
  for (int round = 0; round < arguments.rounds; ++round) {
    comparison.limit.rounds.push_back(
        timed_round(watched, connections, warm_up, length, [&](int thread, std::int64_t) {
          const auto at = static_cast<std::size_t>(thread);
          straight[at]->save(straight_done[at]++);
        }));
    comparison.service.rounds.push_back(
        timed_round(watched, connections, warm_up, length, [&](int thread, std::int64_t) {
          const auto at = static_cast<std::size_t>(thread);
          https[at]->save(https_done[at]++);
        }));
  }
  comparison.ratio = comparison.service.per_second() / comparison.limit.per_second();
  return comparison;
}

}  // namespace onereturn::bench
